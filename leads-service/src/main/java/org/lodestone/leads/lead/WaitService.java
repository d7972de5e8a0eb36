package org.lodestone.leads.lead;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Decides who may let a lead wait, and until when. */
@Service
class WaitService {

    private static final int OK = 200;
    private static final int LONGEST_DAYS = 366;

    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;
    private final Deputies deputies;

    WaitService(AggregateStore<Lead> leads, LeadDesk desk, Deputies deputies) {
        this.leads = leads;
        this.desk = desk;
        this.deputies = deputies;
    }

    /** @param until a date, on which it wakes when work begins, or a moment */
    Mono<Outcome<Lead>> begin(String id, String reason, String until, Command command) {
        return deputies.of(command)
                .flatMap(absent -> leads.change(id, command, OK, lead -> {
                    LeadAccess.mayWrite(command, lead, absent);
                    ZoneRules rules = desk.rules(lead.zone());
                    Wait wait = until(
                            until,
                            rules,
                            new Wait(reason.strip(), command.at(), command.at(), command.by(), null, null));
                    checkEnd(wait);
                    return Waiting.begin(lead, wait, rules, command);
                }));
    }

    /** Where nothing waits there is nothing to end. */
    Mono<Outcome<Lead>> end(String id, Command command) {
        return deputies.of(command)
                .flatMap(absent -> leads.find(command.scope(), id)
                        .flatMap(known -> {
                            LeadAccess.mayWrite(command, known, absent);
                            return known.waitAt(command.at()).isEmpty()
                                    ? Mono.<Outcome<Lead>>just(new Outcome.Done<>(known))
                                    : leads.change(id, command, OK, lead -> {
                                        LeadAccess.mayWrite(command, lead, absent);
                                        return Waiting.end(lead, desk.rules(lead.zone()), command);
                                    });
                        })
                        .defaultIfEmpty(new Outcome.Absent<>()));
    }

    private static Wait until(String until, ZoneRules rules, Wait wait) {
        try {
            if (until.length() != "2026-11-23".length()) {
                return wait.until(Instant.parse(until), null);
            }
            LocalDate day = LocalDate.parse(until);
            return wait.until(opening(day, rules, wait.from()), day);
        } catch (DateTimeException e) {
            throw Problem.invalid(FieldProblem.of("until", "type.date"));
        }
    }

    /** A weekend that is over is past, although work begins again only after it. */
    private static Instant opening(LocalDate day, ZoneRules rules, Instant now) {
        return day.isBefore(rules.time().dateOf(now))
                ? day.atStartOfDay(rules.time().place()).toInstant()
                : rules.time().opening(day);
    }

    private static void checkEnd(Wait wait) {
        if (!wait.until().isAfter(wait.from())) {
            throw Problem.invalid(FieldProblem.of("until", "past"));
        }
        if (wait.until().isAfter(wait.from().plus(Duration.ofDays(LONGEST_DAYS)))) {
            throw Problem.invalid(FieldProblem.of("until", "wait-too-long", LONGEST_DAYS));
        }
    }
}
