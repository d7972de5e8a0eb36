package org.lodestone.benchmarks.plain;

import com.mongodb.WriteConcern;
import com.mongodb.reactivestreams.client.MongoClient;
import com.mongodb.reactivestreams.client.MongoClients;
import com.mongodb.reactivestreams.client.MongoDatabase;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;
import org.springframework.kafka.config.TopicBuilder;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.reactive.EnableWebFluxSecurity;
import org.springframework.security.config.web.server.ServerHttpSecurity;
import org.springframework.security.web.server.SecurityWebFilterChain;
import org.springframework.security.web.server.context.NoOpServerSecurityContextRepository;

/**
 * {@code POST /leads}: whoever asks is verified, the body read strictly, numbered, compared, stored with its history and its event, answered
 * with 201, published and indexed.
 */
@SpringBootApplication(proxyBeanMethods = false)
@EnableWebFluxSecurity
public class PlainService {

    static final String TOPIC = "plain.leads";

    public static void main(String[] args) {
        SpringApplication.run(PlainService.class, args);
    }

    @Bean
    MongoClient plainClient(Environment environment) {
        return MongoClients.create(environment.getRequiredProperty("plain.mongodb"));
    }

    @Bean
    MongoDatabase plainDatabase(MongoClient client) {
        return client.getDatabase("plain").withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    @Bean
    NewTopic plainTopic() {
        return TopicBuilder.name(TOPIC).partitions(12).build();
    }

    @Bean
    SecurityWebFilterChain plainSecurity(ServerHttpSecurity http) {
        return http.csrf(ServerHttpSecurity.CsrfSpec::disable)
                .httpBasic(ServerHttpSecurity.HttpBasicSpec::disable)
                .formLogin(ServerHttpSecurity.FormLoginSpec::disable)
                .logout(ServerHttpSecurity.LogoutSpec::disable)
                .headers(ServerHttpSecurity.HeaderSpec::disable)
                .securityContextRepository(NoOpServerSecurityContextRepository.getInstance())
                .authorizeExchange(paths -> paths.anyExchange().authenticated())
                .oauth2ResourceServer(server -> server.jwt(Customizer.withDefaults()))
                .build();
    }
}
