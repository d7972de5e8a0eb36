package org.lodestone.leads.lead;

import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadView.Reader;
import org.lodestone.leads.lead.RegistrationOf.Held;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Answers;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Shows a lead to whoever asks: their language, the business clock's light, contacts as far as they may see them. */
@Component
public class LeadReader {

    private final LeadDesk desk;
    private final Answers answers;
    private final BusinessClock clock;
    private final LeadScores scores;
    private final RegistrationOf registrations;
    private final BecauseText words;

    LeadReader(LeadDesk desk, Answers answers, BusinessClock clock, Beside beside) {
        this.desk = desk;
        this.answers = answers;
        this.clock = clock;
        this.scores = beside.scores();
        this.registrations = beside.registrations();
        this.words = beside.words();
    }

    Mono<ResponseEntity<Object>> found(Mono<Lead> lead, Scope scope, Locale locale) {
        return lead.flatMap(found -> registrations
                        .of(found)
                        .map(held -> view(scope, locale, held))
                        .defaultIfEmpty(view(scope, locale, null))
                        .flatMap(view -> answers.found(Mono.just(found), view)))
                .switchIfEmpty(Mono.defer(() -> answers.found(Mono.<Lead>empty(), view(scope, locale, null))));
    }

    public Mono<ResponseEntity<Object>> answer(
            Mono<Outcome<Lead>> outcome,
            int status,
            Scope scope,
            Locale locale,
            @Nullable Function<Lead, URI> location) {
        return answers.of(outcome, status, view(scope, locale, null), location);
    }

    Mono<ResponseEntity<Object>> answer(Mono<Outcome<Lead>> outcome, int status, Function<Lead, Object> view) {
        return answers.of(outcome, status, view, null);
    }

    public LeadView listed(Lead lead, Scope scope, Locale locale, @Nullable Map<String, String> highlights) {
        Reader reader = new Reader(scope, clock.now(), locale, scores, null, words);
        return LeadView.listed(lead, desk.rules(lead.zone()), reader, highlights);
    }

    private Function<Lead, Object> view(Scope scope, Locale locale, @Nullable Held held) {
        return lead ->
                LeadView.of(lead, desk.rules(lead.zone()), new Reader(scope, clock.now(), locale, scores, held, words));
    }
}
