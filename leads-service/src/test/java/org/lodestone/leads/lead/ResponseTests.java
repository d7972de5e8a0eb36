package org.lodestone.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.lead.LeadFixtures.RULES;
import static org.lodestone.leads.lead.LeadFixtures.at;
import static org.lodestone.leads.lead.LeadFixtures.because;
import static org.lodestone.leads.lead.LeadFixtures.hour;
import static org.lodestone.leads.lead.LeadFixtures.move;
import static org.lodestone.leads.lead.LeadFixtures.newLead;
import static org.lodestone.leads.lead.LeadFixtures.visited;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.lead.Care.Due;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Merging.Content;
import org.lodestone.leads.lead.Progress.Merger;
import org.lodestone.platform.aggregate.Decision.Line;

/** When a lead was first answered is a fact that nothing later changes. */
class ResponseTests {

    private static Response response(Lead lead) {
        return Objects.requireNonNull(lead.trace().response());
    }

    private static Instant due(Lead lead) {
        return lead.care().dues().stream()
                .filter(due -> due.kind().equals("first-response"))
                .map(Due::dueAt)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aNewLeadWaitsForItUntilItsClockSays() {
        Lead lead = newLead();

        assertThat(response(lead)).isEqualTo(new Response(due(lead), null));
        assertThat(response(lead).isInTime()).isFalse();
        assertThat(response(lead).knownAt()).isEqualTo(due(lead));
    }

    @Test
    void theFirstFollowUpIsIt() {
        Instant due = due(newLead());
        Lead lead = visited(visited(newLead(), 2), 9);

        assertThat(response(lead)).isEqualTo(new Response(due, hour(2)));
        assertThat(response(lead).isInTime()).isTrue();
        assertThat(response(lead).knownAt()).isEqualTo(hour(2));
    }

    @Test
    void leavingTheFirstStateIsItToo() {
        assertThat(response(move(newLead(), "ASSESSING", 3)).at()).isEqualTo(hour(3));
        Lead dropped =
                newLead().move(because("DROPPED", "OTHER"), RULES, at(hour(4))).next();
        assertThat(response(dropped).at()).isEqualTo(hour(4));
    }

    @Test
    void whatComesAtTheLastMomentIsLate() {
        Lead lead = newLead();
        Instant due = due(lead);
        Lead late = lead.followUp(followUp("f1", due), RULES, at(due)).next();

        assertThat(response(late)).isEqualTo(new Response(due, due));
        assertThat(response(late).isInTime()).isFalse();
        assertThat(response(late).knownAt()).isEqualTo(due);
    }

    @Test
    void whatIsLoggedLaterWasAnsweredThen() {
        Instant logged = hour(100);
        Lead lead =
                newLead().followUp(followUp("f1", hour(1)), RULES, at(logged)).next();

        assertThat(response(lead).at()).isEqualTo(logged);
        assertThat(response(lead).isInTime()).isFalse();
    }

    @Test
    void anotherLeadsFollowUpsAnswerItFromTheMomentTheyAreItsOwn() {
        Lead lead = newLead();
        Content content = new Content(LeadForm.of(lead), List.of(followUp("f1", hour(1))), List.of());
        Lead merged = Merging.become(lead, content, Line.of("merged"), RULES, at(hour(200)))
                .next();

        assertThat(response(merged).at()).isEqualTo(hour(200));
    }

    @Test
    void aFollowUpTakenBackAnswersNothing() {
        Lead lead = visited(newLead(), 2);
        Lead silent = lead.rewrite("f2", _ -> null, RULES, at(hour(3))).next();

        assertThat(response(silent)).isEqualTo(new Response(due(newLead()), null));
    }

    @Test
    void aMergeUndoneNeverWas() {
        Lead lead = newLead();
        Lead gone = Merging.close(lead, new Merger("other", "m"), "重复", RULES, at(hour(5)))
                .next();
        Lead back = Merging.reopen(gone, RULES, at(hour(6))).next();

        assertThat(response(back).at()).isNull();
    }

    private static FollowUp followUp(String id, Instant at) {
        return new FollowUp(id, at, FollowUp.Kind.CALL, "电话", null, null, null, "o", at, "o");
    }
}
