package org.lodestone.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.lead.LeadFixtures.RULES;
import static org.lodestone.leads.lead.LeadFixtures.at;
import static org.lodestone.leads.lead.LeadFixtures.hour;
import static org.lodestone.leads.lead.LeadFixtures.newLead;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.leads.lead.Because.Code;
import org.lodestone.platform.time.Pause;

/** From when on somebody is asked what they did about a lead. */
class HandingTests {

    private static final int DAYS = 30;

    @Test
    void aNewOwnerBeginsAnew() {
        Lead taken = to("officer.other", Code.CLAIMED, 60, to(null, Code.RELEASED, 50, newLead()));

        assertThat(taken.caredAt()).isEqualTo(hour(60));
    }

    @Test
    void whoGivesItBackAndTakesItAgainGoesOnWhereTheyWere() {
        Lead lead = newLead();
        String owner = lead.assignment().owner();
        Lead again = to(owner, Code.CLAIMED, 24 * 9, to(null, Code.RELEASED, 24 * 2, lead));
        Lead thrice = to(owner, Code.CLAIMED, 24 * 20, to(null, Code.RELEASED, 24 * 16, again));

        assertThat(again.caredAt()).isEqualTo(lead.caredAt());
        assertThat(thrice.caredAt()).isEqualTo(lead.caredAt());
        assertThat(Handing.away(thrice))
                .containsExactly(new Pause(hour(24 * 2), hour(24 * 9)), new Pause(hour(24 * 16), hour(24 * 20)));
        // A whole week in the pool is five working days, of which none was worked.
        assertThat(RULES.time().between(RULES.lapsesAt(lead, DAYS), RULES.lapsesAt(again, DAYS)))
                .isEqualTo(RULES.time().between(hour(24 * 2), hour(24 * 9)));
    }

    @Test
    void twoWhoPassItToAndFroHaveNoMoreTimeThanTheyHad() {
        Lead lead = newLead();
        String owner = lead.assignment().owner();
        Lead others = to("officer.other", Code.CLAIMED, 24 * 9, to(null, Code.RELEASED, 24 * 9, lead));
        Lead back = to(owner, Code.CLAIMED, 24 * 15, to(null, Code.RELEASED, 24 * 14, others));
        Lead again = to("officer.other", Code.CLAIMED, 24 * 20, to(null, Code.RELEASED, 24 * 20, back));

        assertThat(others.caredAt()).isEqualTo(hour(24 * 9));
        assertThat(back.caredAt()).isEqualTo(lead.caredAt());
        assertThat(Handing.away(back)).containsExactly(new Pause(hour(24 * 9), hour(24 * 15)));
        assertThat(again.caredAt()).isEqualTo(hour(24 * 9));
        assertThat(Handing.away(again)).containsExactly(new Pause(hour(24 * 14), hour(24 * 20)));
    }

    @Test
    void whatSomebodyIsGivenByOthersBeginsAnewAlsoIfTheyHadItBefore() {
        Lead lead = newLead();
        Lead given = to(lead.assignment().owner(), Code.ASSIGNED, 60, to(null, Code.RELEASED, 50, lead));

        assertThat(given.caredAt()).isEqualTo(hour(60));
    }

    private static Lead to(@Nullable String owner, Code code, int hour, Lead lead) {
        Because because = Because.of(code, hour(hour), "x");
        return Handing.over(lead, lead.assignment().ownedBy(owner), because, null, RULES, at(hour(hour)))
                .next();
    }
}
