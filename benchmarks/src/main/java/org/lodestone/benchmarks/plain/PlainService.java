package org.lodestone.benchmarks.plain;

import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

/** {@code POST /leads}: checked, looked up by exact keys, stored with an outbox line, answered with 201. Nobody is asked who they are. */
@SpringBootApplication(proxyBeanMethods = false)
public class PlainService {

    public static void main(String[] args) {
        SpringApplication.run(PlainService.class, args);
    }

    @Bean
    MongoClient plainClient(Environment environment) {
        return MongoClients.create(environment.getRequiredProperty("plain.mongodb"));
    }

    @Bean
    MongoDatabase plainDatabase(MongoClient client) {
        return client.getDatabase("plain");
    }
}
