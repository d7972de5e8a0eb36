package org.lodestone.projects.project;

import org.lodestone.contracts.Topics;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.AggregateStores;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchIndexes;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where projects are kept and how they are found. */
@Configuration(proxyBeanMethods = false)
class ProjectParts {

    @Bean
    AggregateStore<Project> projects(AggregateStores stores) {
        return stores.of(Project.class, "projects", Topics.PROJECTS, "/projects");
    }

    @Bean
    SearchIndex<Project> projectIndex(SearchIndexes indexes, AggregateStore<Project> projects) {
        return indexes.of(projects, new ProjectSearch(), Topics.PROJECTS);
    }
}
