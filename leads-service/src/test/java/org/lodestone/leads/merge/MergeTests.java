package org.lodestone.leads.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.merge.RandomLeads.MONDAY;
import static org.lodestone.leads.merge.RandomLeads.RULES;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Merging;
import org.lodestone.leads.lead.Progress.Merger;
import org.lodestone.leads.merge.LeadMerge.Asked;
import org.lodestone.leads.merge.LeadMerge.Because;
import org.lodestone.leads.merge.LeadMerge.Choice;
import org.lodestone.leads.merge.LeadMerge.Kept;
import org.lodestone.leads.merge.LeadMerge.Taken;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision.Line;

class MergeTests {

    private static final Instant LATER = MONDAY.plusSeconds(1_000_000);

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void undoneAtOnceBothAreFieldByFieldWhatTheyWere(long seed) {
        RandomLeads leads = new RandomLeads(seed);
        Lead target = leads.lead("t");
        Lead source = leads.lead("s");
        LeadMerge merge = merge(leads.choices());

        Lead closed = Merging.close(source, new Merger("t", merge.id()), "n", RULES, command())
                .next();
        Taken taken = Taking.of(target, closed, merge, LATER);
        Lead merged = become(target, Taking.content(target, closed, taken));
        Returning returning = Returning.of(merged, closed, taken);
        Lead returned = become(merged, returning.content());
        Lead reopened = Merging.reopen(closed, RULES, command()).next();

        assertThat(returning.kept()).isEmpty();
        assertThat(timeless(returned)).isEqualTo(timeless(target));
        assertThat(timeless(reopened)).isEqualTo(timeless(source));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void nothingIsLostOrDoubled(long seed) {
        RandomLeads leads = new RandomLeads(seed);
        Lead target = leads.lead("t");
        Lead source = leads.lead("s");
        Map<String, String> choices = leads.choices();

        Taken taken = Taking.of(target, source, merge(choices), LATER);
        Lead merged = become(target, Taking.content(target, source, taken));

        assertThat(merged.care().followUps())
                .doesNotHaveDuplicates()
                .containsAll(target.care().followUps())
                .extracting(FollowUp::id)
                .containsAll(
                        source.care().followUps().stream().map(FollowUp::id).toList());
        assertThat(merged.profile().contacts()).extracting(Contact::id).doesNotHaveDuplicates();
        assertThat(phones(merged)).containsAll(phones(target)).containsAll(phones(source));
        assertThat(become(merged, Taking.content(merged, source, Taking.of(merged, source, merge(choices), LATER)))
                        .care()
                        .followUps())
                .isEqualTo(merged.care().followUps());
        for (String path : FormFields.PATHS) {
            Object is = FormFields.value(LeadForm.of(merged), path);
            Object mine = FormFields.value(LeadForm.of(target), path);
            Object theirs = FormFields.value(LeadForm.of(source), path);
            switch (choices.getOrDefault(path, "")) {
                case Taking.FROM -> assertThat(is).isEqualTo(theirs);
                case Taking.INTO -> assertThat(is).isEqualTo(mine);
                default ->
                    assertThat(is)
                            .satisfiesAnyOf(
                                    value -> assertThat(value).isEqualTo(mine),
                                    value ->
                                            assertThat(FormFields.isBlank(mine)).isTrue(),
                                    value -> assertThat(value).isInstanceOf(List.class));
            }
        }
    }

    @Test
    void whatSomebodyChangedOrRemovedSinceIsKeptAndTheRestGoesBack() {
        RandomLeads leads = new RandomLeads(1);
        Lead target = withFollowUps(leads.lead("t"));
        Lead source = withFollowUps(leads.lead("s"), "f1", "f2", "f3");
        Taken taken = Taking.of(target, source, merge(Map.of()), LATER);
        Lead merged = become(target, Taking.content(target, source, taken));
        FollowUp changed = RandomLeads.followUp("f2", 9);
        FollowUp untouched = merged.care().followUps().getFirst();
        Lead touched = become(
                merged,
                new Merging.Content(
                        LeadForm.of(merged),
                        List.of(untouched, changed),
                        merged.trace().duplicates()));

        Returning returning = Returning.of(touched, source, taken);

        assertThat(untouched.id()).isEqualTo("f1");
        assertThat(returning.kept())
                .containsExactly(
                        new Kept("followUps", "f2", Because.CHANGED), new Kept("followUps", "f3", Because.GONE));
        assertThat(returning.content().followUps()).containsExactly(changed);
    }

    @Test
    void onePersonOfBothLeadsIsOneContactAndIsCompleted() {
        List<Contact> merged = Contacts.merged(
                List.of(new Contact("c1-0", "王工", null, "+86 138-0000-0001", null)),
                List.of(
                        new Contact("c1-0", "王工程师", "总工", "13800000001", "w@example.com"),
                        new Contact("c1-1", "李工", null, null, "l@example.com")),
                "m1-");

        assertThat(merged)
                .containsExactly(
                        new Contact("c1-0", "王工", "总工", "+86 138-0000-0001", "w@example.com"),
                        new Contact("m1-1", "李工", null, null, "l@example.com"));
    }

    private static Lead withFollowUps(Lead lead, String... ids) {
        List<FollowUp> followUps = java.util.stream.IntStream.range(0, ids.length)
                .mapToObj(place -> RandomLeads.followUp(ids[place], place))
                .toList();
        return become(lead, new Merging.Content(LeadForm.of(lead), followUps, List.of()));
    }

    private static List<String> phones(Lead lead) {
        return lead.profile().contacts().stream()
                .flatMap(contact -> Stream.ofNullable(contact.phone()))
                .toList();
    }

    private static Lead become(Lead lead, Merging.Content content) {
        return Merging.become(lead, content, Line.of("merged"), RULES, command())
                .next();
    }

    private static LeadMerge merge(Map<String, String> choices) {
        List<Choice> chosen = choices.entrySet().stream()
                .map(choice -> new Choice(choice.getKey(), choice.getValue()))
                .toList();
        return LeadMerge.begin("t-1", new Asked("t", "s", chosen, "manager", LATER, "f"));
    }

    private static Command command() {
        return Command.ofSystem("k", "manager", LATER);
    }

    /** Everything but who touched it last and when. */
    private static List<Object> timeless(Lead lead) {
        return List.<Object>of(
                lead.id(),
                lead.zone(),
                Objects.requireNonNullElse(lead.park(), ""),
                lead.number(),
                lead.profile(),
                lead.plan(),
                lead.assignment(),
                lead.progress(),
                lead.care(),
                lead.trace().createdAt(),
                lead.trace().createdBy(),
                Objects.requireNonNullElse(lead.trace().duplicateCheckAt(), ""),
                lead.trace().duplicates());
    }
}
