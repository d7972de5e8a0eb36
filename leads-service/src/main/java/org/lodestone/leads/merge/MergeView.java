package org.lodestone.leads.merge;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.merge.LeadMerge.Because;
import org.lodestone.leads.merge.LeadMerge.Kept;
import org.lodestone.leads.merge.LeadMerge.State;
import org.lodestone.leads.merge.LeadMerge.Taken;
import org.lodestone.leads.merge.LeadMerge.Undo;
import org.lodestone.platform.pipeline.Text;

/**
 * A merge as the wire has it.
 *
 * @param undoUntil until when it may be undone, while it may
 * @param refusal why it came to nothing, a code
 */
record MergeView(
        String id,
        State state,
        String into,
        String from,
        Instant at,
        String by,
        Map<String, String> fields,
        @Nullable TakenView taken,
        @Nullable Instant undoUntil,
        @Nullable String undoneBy,
        @Nullable Instant undoneAt,
        @Nullable List<KeptView> kept,
        @Nullable String refusal) {

    /** @param fields the names of those that changed */
    record TakenView(List<String> fields, int followUps, int contacts, int documents) {

        static TakenView of(Taken taken) {
            return new TakenView(
                    FormFields.PATHS.stream()
                            .filter(field -> !Objects.equals(
                                    FormFields.value(taken.before(), field), FormFields.value(taken.after(), field)))
                            .toList(),
                    taken.followUps().size(),
                    more(taken.before().contacts(), taken.after().contacts()),
                    more(taken.before().documents(), taken.after().documents()));
        }

        private static int more(@Nullable List<?> before, @Nullable List<?> after) {
            return (after == null ? 0 : after.size()) - (before == null ? 0 : before.size());
        }
    }

    /** @param because in the reader's words; {@code code} says the same to programs */
    record KeptView(String field, @Nullable String id, Because code, String because) {

        static KeptView of(Kept kept, Locale locale) {
            return new KeptView(
                    kept.field(),
                    kept.id(),
                    kept.because(),
                    words(kept.because()).in(locale));
        }

        private static Text words(Because because) {
            return switch (because) {
                case CHANGED -> new Text("合并后又被修改过，保留现状", "It was changed after the merge and stays as it is");
                case GONE -> new Text("合并后已被删除", "It was removed after the merge");
                case TARGET_CLOSED -> new Text("目标线索已不可更改", "The lead it went to can no longer be changed");
            };
        }
    }

    static MergeView of(LeadMerge merge, Locale locale) {
        Taken taken = merge.taken();
        Undo undo = merge.undo();
        return new MergeView(
                merge.id(),
                merge.state(),
                merge.asked().into(),
                merge.asked().from(),
                merge.asked().at(),
                merge.asked().by(),
                merge.asked().fields(),
                taken == null ? null : TakenView.of(taken),
                taken == null || merge.state() != State.DONE ? null : taken.at().plus(MergeService.UNDO_WITHIN),
                undo == null ? null : undo.by(),
                undo == null ? null : undo.at(),
                undo == null
                        ? null
                        : undo.kept().stream()
                                .map(kept -> KeptView.of(kept, locale))
                                .toList(),
                merge.refusal());
    }
}
