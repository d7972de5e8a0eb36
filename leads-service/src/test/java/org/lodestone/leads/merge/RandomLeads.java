package org.lodestone.leads.merge;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.leads.lead.Care;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Merging;
import org.lodestone.leads.lead.Merging.Content;
import org.lodestone.leads.lead.Plan;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.leads.lead.Profile;
import org.lodestone.leads.lead.Progress;
import org.lodestone.leads.lead.Trace;
import org.lodestone.leads.lead.ZoneRules;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.pipeline.PipelineTemplates;
import org.lodestone.platform.time.WorkingCalendar;
import org.lodestone.platform.time.WorkingHours;
import org.lodestone.platform.time.WorkingTime;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Amount.Unit;

/** Leads of every shape, with few values to choose from, so that two of them often agree. */
final class RandomLeads {

    static final Instant MONDAY = Instant.parse("2026-11-23T02:00:00Z");
    static final ZoneRules RULES = rules();

    private final Random random;

    RandomLeads(long seed) {
        this.random = new Random(seed);
    }

    Lead lead(String id) {
        Progress progress = progress();
        Lead lead = new Lead(
                id,
                1 + random.nextInt(9),
                "140827",
                maybe(() -> "park" + random.nextInt(2)),
                "140827-2026-" + id,
                profile(),
                plan(),
                new Assignment(
                        maybe(() -> "officer" + random.nextInt(2)), maybe(() -> "投资促进部"), maybe(() -> "leader.yuanqu")),
                progress,
                new Care(
                        followUps(id),
                        maybe(() -> new NextAction("考察", LocalDate.of(2026, 12, 1 + random.nextInt(3)))),
                        null,
                        List.of(),
                        List.of()),
                new Trace(
                        MONDAY,
                        "officer0",
                        MONDAY,
                        "officer0",
                        MONDAY,
                        random.nextBoolean() ? List.of("a", "b") : List.of("x"),
                        null,
                        null,
                        null,
                        null));
        // The clocks of a lead follow from the rest of it.
        Command system = Command.ofSystem("k", "officer0", MONDAY);
        return Merging.become(lead, Content.of(lead), Line.of("changed"), RULES, system)
                .next();
    }

    Map<String, String> choices() {
        Map<String, String> choices = new HashMap<>();
        FormFields.PATHS.stream()
                .filter(_ -> random.nextInt(3) == 0)
                .forEach(path -> choices.put(path, random.nextBoolean() ? Taking.FROM : Taking.INTO));
        return choices;
    }

    private Progress progress() {
        Progress.Stay begun = new Progress.Stay("NEW", MONDAY, MONDAY.plusSeconds(60));
        Instant since = MONDAY.plusSeconds(60);
        return switch (random.nextInt(4)) {
            case 0 ->
                new Progress(
                        "ON_HOLD",
                        since,
                        List.of(begun, new Progress.Stay("ON_HOLD", since, null)),
                        new Progress.Hold("NEW", "MARKET", LocalDate.of(2026, 12, 24)),
                        null,
                        null,
                        null);
            case 1 ->
                new Progress(
                        "DROPPED",
                        since,
                        List.of(begun, new Progress.Stay("DROPPED", since, null)),
                        null,
                        new Progress.Loss("FUNDS", null),
                        null,
                        null);
            case 2 ->
                new Progress(
                        "ASSESSING",
                        since,
                        List.of(begun, new Progress.Stay("ASSESSING", since, null)),
                        null,
                        null,
                        null,
                        null);
            default ->
                new Progress("NEW", MONDAY, List.of(new Progress.Stay("NEW", MONDAY, null)), null, null, null, null);
        };
    }

    private Profile profile() {
        return new Profile(
                "项目" + random.nextInt(3),
                maybe(() -> new Profile.Investor(
                        maybe(() -> "公司" + random.nextInt(2)),
                        maybe(() -> "91140827MA0DEM013B"),
                        null,
                        maybe(() -> "CN"))),
                some(
                        3,
                        place -> new Contact(
                                "c1-" + place,
                                maybe(() -> "联系人" + random.nextInt(3)),
                                maybe(() -> "经理"),
                                maybe(() -> "1380000000" + random.nextInt(4)),
                                maybe(() -> "a" + random.nextInt(4) + "@example.com"))),
                new Profile.Source(Profile.Channel.VISIT, maybe(() -> "商会"), null),
                LocalDate.of(2026, 11, 1 + random.nextInt(3)),
                some(3, place -> "tag" + (place + random.nextInt(2) * 10)));
    }

    private Plan plan() {
        return new Plan(
                new Plan.Business(
                        maybe(() -> "C3985"), maybe(() -> "copper-nickel"), maybe(() -> "说明" + random.nextInt(3))),
                maybe(() -> random.nextBoolean()
                        ? new Plan.Investment(Amount.of("1" + random.nextInt(3) + "0.00", Unit.CNY_10K), null)
                        : new Plan.Investment(null, true)),
                maybe(() ->
                        new Plan.Needs(maybe(() -> new BigDecimal("12.50")), null, maybe(() -> BigDecimal.TEN), null)),
                maybe(() -> new Plan.Expected(null, maybe(() -> Amount.of("3.00", Unit.CNY)), maybe(() -> 30))),
                new Plan.Terms(some(2, place -> "地块" + place), maybe(() -> "条款")),
                some(
                        3,
                        place -> new Paper(
                                "d1-" + place,
                                Plan.PaperKind.INTENT,
                                maybe(() -> "YX-" + random.nextInt(3)),
                                LocalDate.of(2026, 11, 2),
                                null,
                                null)));
    }

    private List<FollowUp> followUps(String id) {
        return some(4, place -> followUp(random.nextInt(5) == 0 ? "shared" + place : id + "-f" + place, place));
    }

    static FollowUp followUp(String id, int place) {
        Instant at = MONDAY.plusSeconds(3600L * place);
        return new FollowUp(id, at, FollowUp.Kind.CALL, "谈了" + place, null, null, null, "officer0", at, "officer0");
    }

    private <T> List<T> some(int most, IntFunction<T> make) {
        return IntStream.range(0, random.nextInt(most + 1)).mapToObj(make).toList();
    }

    private <T> @Nullable T maybe(Supplier<T> value) {
        return random.nextInt(3) == 0 ? null : value.get();
    }

    private static ZoneRules rules() {
        String path = "/pipelines/cn-development-zone-leads.yaml";
        try (InputStream yaml = Objects.requireNonNull(RandomLeads.class.getResourceAsStream(path), path)) {
            return new ZoneRules(
                    PipelineTemplates.read(path, yaml),
                    new WorkingTime(WorkingCalendar.unknown(), WorkingHours.ORDINARY, ZoneId.of("Asia/Shanghai")),
                    Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
