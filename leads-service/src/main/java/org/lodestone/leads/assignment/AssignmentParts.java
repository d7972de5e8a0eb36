package org.lodestone.leads.assignment;

import com.mongodb.reactivestreams.client.MongoDatabase;
import org.lodestone.platform.process.ProcessStore;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where places, rules, absences and handovers are kept. */
@Configuration(proxyBeanMethods = false)
class AssignmentParts {

    @Bean
    ProcessStore<Holding> holdings(MongoDatabase database) {
        return new ProcessStore<>(database, Holding.class, "holdings");
    }

    @Bean
    ProcessStore<RuleBook> assignmentRules(MongoDatabase database) {
        return new ProcessStore<>(database, RuleBook.class, "assignmentRules");
    }

    @Bean
    ProcessStore<Absence> absenceStore(MongoDatabase database) {
        return new ProcessStore<>(database, Absence.class, "absences");
    }

    @Bean
    ProcessStore<Handover> handovers(MongoDatabase database) {
        return new ProcessStore<>(database, Handover.class, "handovers");
    }
}
