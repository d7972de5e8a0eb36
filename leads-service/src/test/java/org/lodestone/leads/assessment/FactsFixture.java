package org.lodestone.leads.assessment;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.Plan;
import org.lodestone.leads.lead.Plan.Business;
import org.lodestone.leads.lead.Plan.Expected;
import org.lodestone.leads.lead.Plan.Investment;
import org.lodestone.leads.lead.Plan.Needs;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.leads.lead.Plan.PaperKind;
import org.lodestone.leads.lead.Plan.Terms;
import org.lodestone.leads.lead.Profile;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Amount.Unit;

/** Facts by name: {@code null} is not known. */
record FactsFixture(
        @Nullable String chain,
        @Nullable String industry,
        @Nullable String planned,
        @Nullable String landMu,
        @Nullable String powerKva,
        @Nullable String environment,
        @Nullable String tax,
        @Nullable String uscc,
        @Nullable String content,
        @Nullable Boolean unknown,
        Channel channel,
        List<String> tags,
        boolean next,
        boolean agreed) {

    static final String USCC = "91140827MA0DEM013B";

    static FactsFixture nothing() {
        return new FactsFixture(
                null, null, null, null, null, null, null, null, null, null, Channel.REFERRAL, List.of(), false, false);
    }

    static FactsFixture good() {
        return new FactsFixture(
                "copper-nickel",
                "C3985",
                "60000",
                "120",
                "5000",
                "清洁生产",
                "2000",
                USCC,
                "年产铜箔",
                null,
                Channel.CHAIN_LEADER,
                List.of("上市公司"),
                true,
                true);
    }

    /** One field by its place, taken from another. */
    FactsFixture with(int place, FactsFixture from) {
        return new FactsFixture(
                place == 0 ? from.chain : chain,
                place == 1 ? from.industry : industry,
                place == 2 ? from.planned : planned,
                place == 3 ? from.landMu : landMu,
                place == 4 ? from.powerKva : powerKva,
                place == 5 ? from.environment : environment,
                place == 6 ? from.tax : tax,
                place == 7 ? from.uscc : uscc,
                place == 8 ? from.content : content,
                unknown,
                channel,
                place == 9 ? from.tags : tags,
                place == 10 ? from.next : next,
                place == 11 ? from.agreed : agreed);
    }

    static final int PLACES = 12;

    FactsFixture money(@Nullable String amount, @Nullable String mu) {
        return with(2, amount(amount)).with(3, land(mu));
    }

    private static FactsFixture amount(@Nullable String amount) {
        return new FactsFixture(
                null, null, amount, null, null, null, null, null, null, null, Channel.OTHER, List.of(), false, false);
    }

    private static FactsFixture land(@Nullable String mu) {
        return new FactsFixture(
                null, null, null, mu, null, null, null, null, null, null, Channel.OTHER, List.of(), false, false);
    }

    static FactsFixture random(Random random) {
        return new FactsFixture(
                maybe(random, "copper-nickel", "ceramics"),
                maybe(random, "C3985", "C2511"),
                maybe(random, "0", "900", "5000", "80000"),
                maybe(random, "0", "1", "50", "900"),
                maybe(random, "0", "100", "90000"),
                maybe(random, "清洁", "高污染", "普通", "有废水"),
                maybe(random, "0", "30", "5000"),
                maybe(random, USCC, "91140827MA0DEM0130"),
                maybe(random, "年产", "淘汰类"),
                random.nextBoolean() ? true : null,
                Channel.values()[random.nextInt(Channel.values().length)],
                random.nextBoolean() ? List.of("上市公司") : List.of(),
                random.nextBoolean(),
                random.nextBoolean());
    }

    private static @Nullable String maybe(Random random, String... values) {
        int chosen = random.nextInt(values.length + 1);
        return chosen == values.length ? null : values[chosen];
    }

    LeadFacts facts() {
        Profile profile = new Profile(
                "项目",
                new Investor("甲", uscc, null, null),
                List.of(new Contact("c", "联系人", null, null, null)),
                new Source(channel, null, null),
                LocalDate.of(2026, 11, 23),
                tags);
        List<Paper> papers = agreed
                ? List.of(new Paper("d", PaperKind.INTENT, null, LocalDate.of(2026, 11, 20), null, null))
                : List.of();
        Plan plan = new Plan(
                new Business(industry, chain, content),
                new Investment(amountOf(planned), unknown),
                new Needs(decimal(landMu), null, decimal(powerKva), environment),
                new Expected(null, amountOf(tax), null),
                new Terms(List.of(), null),
                papers);
        return new LeadFacts(profile, plan, next ? new NextAction("考察", LocalDate.of(2026, 12, 1)) : null);
    }

    private static @Nullable Amount amountOf(@Nullable String value) {
        return value == null ? null : Amount.of(value, Unit.CNY_10K);
    }

    private static @Nullable BigDecimal decimal(@Nullable String value) {
        return value == null ? null : new BigDecimal(Objects.requireNonNull(value));
    }
}
