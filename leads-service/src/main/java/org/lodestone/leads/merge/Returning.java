package org.lodestone.leads.merge;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Merging.Content;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.leads.merge.LeadMerge.Because;
import org.lodestone.leads.merge.LeadMerge.Kept;
import org.lodestone.leads.merge.LeadMerge.Taken;

/** What a lead gives back when a merge is undone: everything it took that is as it was taken. The rest is listed. */
final class Returning {

    private final Lead target;
    private final Lead source;
    private final Taken taken;
    private final List<Kept> kept = new ArrayList<>();
    private final Content content;

    private Returning(Lead target, Lead source, Taken taken) {
        this.target = target;
        this.source = source;
        this.taken = taken;
        this.content = new Content(form(), followUps(), duplicates());
    }

    static Returning of(Lead target, Lead source, Taken taken) {
        return new Returning(target, source, taken);
    }

    /** All of it, because the target cannot give anything any more. */
    static List<Kept> everything(Taken taken) {
        List<Kept> kept = new ArrayList<>(FormFields.PATHS.stream()
                .filter(field -> !Objects.equals(
                        FormFields.value(taken.before(), field), FormFields.value(taken.after(), field)))
                .map(field -> new Kept(field, null, Because.TARGET_CLOSED))
                .toList());
        taken.followUps().forEach(id -> kept.add(new Kept("followUps", id, Because.TARGET_CLOSED)));
        return List.copyOf(kept);
    }

    Content content() {
        return content;
    }

    List<Kept> kept() {
        return List.copyOf(kept);
    }

    private LeadForm form() {
        LeadForm now = LeadForm.of(target);
        return FormFields.form(List.of(now, taken.before()), field -> switch (field) {
            case "contacts" ->
                elements(
                        field,
                        listed(taken.before().contacts()),
                        listed(taken.after().contacts()),
                        target.profile().contacts(),
                        Contact::id);
            case "documents" ->
                elements(
                        field,
                        listed(taken.before().documents()),
                        listed(taken.after().documents()),
                        target.plan().documents(),
                        Paper::id);
            default -> value(field, now);
        });
    }

    private @Nullable Object value(String field, LeadForm now) {
        Object before = FormFields.value(taken.before(), field);
        Object after = FormFields.value(taken.after(), field);
        Object present = FormFields.value(now, field);
        if (Objects.equals(before, after)) {
            return present;
        }
        if (Objects.equals(present, after)) {
            return before;
        }
        kept.add(new Kept(field, null, Because.CHANGED));
        return present;
    }

    /** Each by itself: one that was changed since stays, the others go or become what they were. */
    private <T> List<T> elements(
            String field, List<T> before, List<T> after, List<T> present, Function<T, @Nullable String> id) {
        Map<@Nullable String, T> had = byId(before, id);
        Map<@Nullable String, T> got = byId(after, id);
        Set<@Nullable String> there = new HashSet<>(byId(present, id).keySet());
        got.keySet().stream()
                .filter(key -> !Objects.equals(had.get(key), got.get(key)) && !there.contains(key))
                .forEach(key -> kept.add(new Kept(field, key, Because.GONE)));
        List<T> left = new ArrayList<>();
        for (T element : present) {
            String key = id.apply(element);
            T was = had.get(key);
            T became = got.get(key);
            if (became == null || Objects.equals(was, became)) {
                left.add(element);
            } else if (!element.equals(became)) {
                kept.add(new Kept(field, key, Because.CHANGED));
                left.add(element);
            } else if (was != null) {
                left.add(was);
            }
        }
        return List.copyOf(left);
    }

    private List<FollowUp> followUps() {
        Map<@Nullable String, FollowUp> original = byId(source.care().followUps(), FollowUp::id);
        Map<@Nullable String, FollowUp> present = byId(target.care().followUps(), FollowUp::id);
        Set<String> leaving = new HashSet<>();
        for (String id : taken.followUps()) {
            FollowUp now = present.get(id);
            if (now == null) {
                kept.add(new Kept("followUps", id, Because.GONE));
            } else if (now.equals(original.get(id))) {
                leaving.add(id);
            } else {
                kept.add(new Kept("followUps", id, Because.CHANGED));
            }
        }
        return target.care().followUps().stream()
                .filter(followUp -> !leaving.contains(followUp.id()))
                .toList();
    }

    /** What was looked up anew since is better known than what was listed then. */
    private List<String> duplicates() {
        List<String> present = target.trace().duplicates();
        List<String> after = taken.duplicates().stream()
                .filter(id -> !id.equals(source.id()))
                .toList();
        return present.equals(after) ? taken.duplicates() : present;
    }

    private static <T> Map<@Nullable String, T> byId(List<T> items, Function<T, @Nullable String> id) {
        Map<@Nullable String, T> byId = new LinkedHashMap<>();
        items.forEach(item -> byId.put(id.apply(item), item));
        return byId;
    }

    private static <T> List<T> listed(@Nullable List<T> items) {
        return items == null ? List.of() : items;
    }
}
