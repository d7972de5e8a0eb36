package org.lodestone.leads.assignment;

import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Duration;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.process.Rounds;
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

    @Bean
    Rounds handoverRounds(HandoverRunner runner) {
        return new Rounds("handovers", Duration.ZERO, Duration.ofSeconds(10), runner::resume);
    }

    @Bean
    Rounds absenceRounds(Absences absences) {
        return new Rounds("absences", Duration.ZERO, Duration.ofMinutes(10), absences::announceAll);
    }

    @Bean
    Rounds caretakerRounds(Caretaker caretaker) {
        Duration period = Duration.ofSeconds(30);
        return new Rounds("leads and places", period, period, caretaker::round);
    }
}
