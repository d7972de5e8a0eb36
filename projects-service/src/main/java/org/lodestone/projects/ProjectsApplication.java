package org.lodestone.projects;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts the projects service. */
@SpringBootApplication
public class ProjectsApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(ProjectsApplication.class, arguments);
    }
}
