package org.lodestone.leads.merge;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Merging.Content;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.leads.merge.LeadMerge.Taken;

/** What a lead takes in from another one. It follows from the two leads and the choices alone. */
final class Taking {

    static final String FROM = "from";
    static final String INTO = "into";

    /** As many as a form may list: more could not be saved again. */
    private static final int MOST_ITEMS = 50;

    private Taking() {}

    static Taken of(Lead target, Lead source, LeadMerge merge, Instant at) {
        return new Taken(
                target.version(),
                at,
                LeadForm.of(target),
                form(target, source, merge),
                missing(target, source).stream().map(FollowUp::id).toList(),
                target.trace().duplicates());
    }

    /** What would be too much for one lead, by the wire's name; empty if it fits. */
    static Optional<String> tooMany(Lead target, Lead source, LeadMerge merge) {
        LeadForm form = form(target, source, merge);
        if (target.care().followUps().size() + missing(target, source).size() > Care.MOST_FOLLOW_UPS) {
            return Optional.of("followUps");
        }
        return Stream.of("contacts", "documents", "tags", "siteOptions")
                .filter(list ->
                        FormFields.value(form, list) instanceof Collection<?> items && items.size() > MOST_ITEMS)
                .findFirst();
    }

    static Content content(Lead target, Lead source, Taken taken) {
        return new Content(
                taken.after(),
                Stream.concat(target.care().followUps().stream(), missing(target, source).stream())
                        .toList(),
                taken.duplicates().stream()
                        .filter(id -> !id.equals(source.id()))
                        .toList());
    }

    /** They keep their ids, so that one that came over before does not come twice. */
    private static List<FollowUp> missing(Lead target, Lead source) {
        Set<String> known = target.care().followUps().stream().map(FollowUp::id).collect(Collectors.toSet());
        return source.care().followUps().stream()
                .filter(followUp -> !known.contains(followUp.id()))
                .toList();
    }

    private static LeadForm form(Lead target, Lead source, LeadMerge merge) {
        LeadForm own = LeadForm.of(target);
        LeadForm other = LeadForm.of(source);
        String prefix = "m" + merge.id().substring(merge.id().indexOf('-') + 1) + "-";
        return FormFields.form(List.of(own, other), field -> switch (field) {
            case "contacts" ->
                Contacts.merged(target.profile().contacts(), source.profile().contacts(), prefix);
            case "documents" -> papers(target.plan().documents(), source.plan().documents(), prefix);
            default -> chosen(field, own, other, merge.asked().fields());
        });
    }

    /** What nobody chose stays the target's, or is filled in where the target has nothing; lists are put together. */
    private static @Nullable Object chosen(String field, LeadForm own, LeadForm other, Map<String, String> choices) {
        Object mine = FormFields.value(own, field);
        Object theirs = FormFields.value(other, field);
        return switch (FormFields.choice(field, choices).orElse("")) {
            case FROM -> theirs;
            case INTO -> mine;
            default -> together(field, mine, theirs);
        };
    }

    private static @Nullable Object together(String field, @Nullable Object mine, @Nullable Object theirs) {
        if (mine instanceof List<?> own && theirs instanceof List<?> others) {
            return Stream.concat(own.stream(), others.stream()).distinct().toList();
        }
        return FormFields.PATHS.contains(field) && FormFields.isBlank(mine) ? theirs : mine;
    }

    private static List<Paper> papers(List<Paper> own, List<Paper> others, String idPrefix) {
        List<Paper> all = new ArrayList<>(own);
        for (int place = 0; place < others.size(); place++) {
            Paper paper = named(others.get(place), idPrefix + place);
            if (all.stream().noneMatch(known -> named(known, "").equals(named(paper, "")))) {
                all.add(paper);
            }
        }
        return List.copyOf(all);
    }

    private static Paper named(Paper paper, String id) {
        return new Paper(id, paper.kind(), paper.number(), paper.on(), paper.title(), null);
    }
}
