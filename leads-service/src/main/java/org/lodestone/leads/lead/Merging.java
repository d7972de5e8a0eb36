package org.lodestone.leads.lead;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.leads.lead.Progress.Merger;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;
import org.lodestone.platform.pipeline.State.Category;

/** What a merge does to a lead: it goes, it comes back, it takes in or gives back what was another's. */
public final class Merging {

    /** A code of the template's list for the merged state. */
    static final String DUPLICATE = "DUPLICATE";

    /** A code of the template's backward reasons. */
    static final String CORRECTION = "CORRECTION";

    private static final Set<Category> CAN_GO = Set.of(Category.OPEN, Category.HELD, Category.LOST);

    private Merging() {}

    /** Whether it may be merged away: what became a project, or is gone already, stays where it is. */
    public static boolean canGo(Lead lead, ZoneRules rules) {
        return !lead.isWithdrawn()
                && CAN_GO.contains(
                        rules.template().state(lead.progress().state()).category())
                && rules.stateOf(Category.MERGED).isPresent();
    }

    /** Whether it may take another one in. */
    public static boolean canTake(Lead lead, ZoneRules rules) {
        return !lead.isWithdrawn()
                && !Set.of(Category.MERGED, Category.TRANSFERRED)
                        .contains(
                                rules.template().state(lead.progress().state()).category());
    }

    /** Merged away: from now on nobody can add to it, so what is taken from it is all there is. */
    public static Decision<Lead> close(Lead lead, Merger merger, String note, ZoneRules rules, Command command) {
        String state = rules.stateOf(Category.MERGED).orElseThrow();
        Progress progress = lead.progress();
        Lead next = lead.with(progress.merged(merger, state, command.at())).continued(rules, command);
        Line line = new Line("moved", progress.state(), state, DUPLICATE, note, progress.dwell(command.at()));
        return new Decision<>(next, LeadEvents.moved(lead, next, DUPLICATE, rules, command), line);
    }

    /** Back where it was before it was merged away. */
    public static Decision<Lead> reopen(Lead lead, ZoneRules rules, Command command) {
        Progress progress = lead.progress();
        Lead next = lead.with(progress.unmerged()).continued(rules, command);
        Line line = new Line(
                "moved", progress.state(), next.progress().state(), CORRECTION, null, progress.dwell(command.at()));
        return new Decision<>(next, LeadEvents.moved(lead, next, CORRECTION, rules, command), line);
    }

    /**
     * @param form all that may be written, as it shall be; contacts and papers have their ids
     * @param followUps all of them, as they shall be
     * @param duplicates what else may be the same lead
     */
    public record Content(LeadForm form, List<FollowUp> followUps, List<String> duplicates) {

        public static Content of(Lead lead) {
            return new Content(
                    LeadForm.of(lead), lead.care().followUps(), lead.trace().duplicates());
        }
    }

    /** Takes in what was another's, or gives it back: one change, whatever it consists of. */
    public static Decision<Lead> become(Lead lead, Content content, Line line, ZoneRules rules, Command command) {
        LeadForm form = content.form();
        List<FollowUp> followUps = content.followUps().stream()
                .sorted(Comparator.comparing(FollowUp::at))
                .toList();
        Lead next = new Lead(
                        lead.id(),
                        lead.version(),
                        lead.zone(),
                        form.park(),
                        lead.number(),
                        profile(form),
                        form.plan(listed(form.documents()), "none"),
                        form.assignmentOrNone(),
                        lead.progress(),
                        new Care(
                                followUps,
                                form.nextAction(),
                                lead.care().assessment(),
                                lead.care().dues(),
                                lead.care().waits()),
                        lead.trace()
                                .keptBy(Handing.afterForm(lead, form.assignmentOrNone(), Because.Code.MERGED, command))
                                .listing(content.duplicates()))
                .continued(rules, command);
        List<String> more = followUps.equals(lead.care().followUps()) ? List.of() : List.of("followUps");
        return new Decision<>(next, LeadEvents.changed(lead, next, more, rules, command), line);
    }

    /** Both leads' profiles were whole, so what is put together from them is. */
    private static Profile profile(LeadForm form) {
        return new Profile(
                Objects.requireNonNull(form.name()),
                form.investor(),
                listed(form.contacts()),
                Objects.requireNonNullElseGet(form.source(), () -> new Source(null, null, null)),
                Objects.requireNonNull(form.receivedOn()),
                listed(form.tags()));
    }

    private static <T> List<T> listed(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }
}
