package org.lodestone.platform.pipeline;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.pipeline.State.Category;
import org.lodestone.platform.web.Problem;

/**
 * A pipeline as data. The file {@code pipelines/<code>.yaml} on the class path:
 *
 * <pre>{@code
 * code: cn-development-zone
 * labels: {zh: 开发区招商, en: Development zone}
 * initial: NEW
 * states:                                  # in their order: a move to an earlier OPEN state is backward and needs a reason
 *   - code: NEW
 *     category: OPEN                       # OPEN | WON | HELD | LOST | MERGED | TRANSFERRED
 *     labels: {zh: 新线索, en: New}
 *     limit: {kind: first-response, workingDays: 1}      # or days: 60; kind is stage if left out
 *     to: [ASSESSING, ON_HOLD, DROPPED]    # a HELD state may always go back to the one it was entered from
 *     gate:                                # what must be there to enter
 *       - {name: owner, kind: FIELD, field: assignment.owner, zh: 需要对接人, en: An owner is needed}
 *       - {name: planned, kind: ANY_OF, field: investment.planned, zh: …, en: …,
 *          of: [{kind: FIELD, field: investment.planned}, {kind: FIELD, field: investment.unknown}]}
 *       - {name: visit, kind: COUNT, what: visits, min: 1, zh: …, en: …}
 *       - {name: intent, kind: DOCUMENT, kinds: [INTENT, FRAMEWORK], zh: …, en: …}   # counts documents.INTENT, documents.FRAMEWORK
 *       - {name: verdict, kind: VERDICT, field: assessment.verdict, value: PROCEED, zh: …, en: …}
 *       - {name: sponsor, kind: ROLE, role: SPONSOR, field: responsibility.sponsor, zh: …, en: …}
 *       - {name: contract-number, kind: INPUT, field: contract.number, zh: …, en: …}  # from the transition's own body
 *     reasons:                             # with a list, entering needs one of its codes
 *       - {code: NO_LAND, zh: 无用地, en: No land}
 * backwardReasons:
 *   - {code: CORRECTION, zh: 更正, en: Correction}
 * }</pre>
 *
 * It is validated when it is loaded; nothing wrong in it waits for its first use.
 */
public record PipelineTemplate(
        String code,
        Text labels,
        String initial,
        List<State> states,
        Map<String, List<String>> moves,
        Map<String, List<Reason>> reasons,
        List<Reason> backwardReasons) {

    public record Reason(String code, Text labels) {}

    /** What is missing for one of the possible moves. */
    public record Next(String to, List<Unmet> unmet) {

        public record Shown(String to, List<Unmet.Shown> unmet) {}

        public Shown in(Locale locale) {
            return new Shown(
                    to, unmet.stream().map(missing -> missing.in(locale)).toList());
        }
    }

    private static final Text REASON_NEEDED = new Text("需要从清单中选择原因", "A reason from the list is needed");

    public Optional<State> find(String code) {
        return states.stream().filter(state -> state.code().equals(code)).findFirst();
    }

    /** @throws IllegalArgumentException for a code the template does not know: data and template disagree */
    public State state(String code) {
        return find(code).orElseThrow(() -> new IllegalArgumentException(this.code + " has no state " + code));
    }

    /** In the template's order, starting with 0. */
    public int order(String code) {
        return states.indexOf(state(code));
    }

    /** Towards an earlier state of the open ones. */
    public boolean isBackward(String from, String to) {
        return state(from).is(Category.OPEN) && state(to).is(Category.OPEN) && order(to) < order(from);
    }

    /** @param heldFrom the state that was left for the present HELD one */
    public List<String> allowed(String from, @Nullable String heldFrom) {
        Set<String> allowed = new LinkedHashSet<>();
        if (state(from).is(Category.HELD) && heldFrom != null) {
            allowed.add(heldFrom);
        }
        allowed.addAll(moves.getOrDefault(from, List.of()));
        return List.copyOf(allowed);
    }

    /** Codes that may be given for this move; empty if none is needed. */
    public List<Reason> reasons(String from, String to) {
        return isBackward(from, to) ? backwardReasons : reasons.getOrDefault(to, List.of());
    }

    /**
     * Everything missing for a move. Going back, or returning from HELD, does not ask the gate again.
     *
     * @param input what came with the transition: {@code reason}, {@code contract.number}, …
     * @throws Problem {@code transition-not-allowed} with the moves that are
     */
    public List<Unmet> unmet(String from, @Nullable String heldFrom, String to, Facts facts, Facts input) {
        List<String> allowed = allowed(from, heldFrom);
        if (!allowed.contains(to)) {
            throw Problem.transitionNotAllowed(from, to, allowed);
        }
        List<Unmet> unmet = new ArrayList<>();
        boolean returning = state(from).is(Category.HELD) && to.equals(heldFrom);
        if (!returning && !isBackward(from, to)) {
            unmet.addAll(state(to).gate().unmet(facts, input));
        }
        List<String> codes = reasons(from, to).stream().map(Reason::code).toList();
        if (!returning && (!codes.isEmpty() || isBackward(from, to))) {
            Requirement reason = new Requirement.ReasonGiven("reason", REASON_NEEDED, codes);
            if (!reason.met(facts, input)) {
                unmet.add(reason.unmet());
            }
        }
        return List.copyOf(unmet);
    }

    /** The same, as a refusal: 409 or 422. */
    public void require(String from, @Nullable String heldFrom, String to, Facts facts, Facts input) {
        List<Unmet> unmet = unmet(from, heldFrom, to, facts, input);
        if (!unmet.isEmpty()) {
            throw Problem.gateNotMet(to, unmet);
        }
    }

    /** For a read: every possible move with what is still missing for it. */
    public List<Next> next(String from, @Nullable String heldFrom, Facts facts) {
        return allowed(from, heldFrom).stream()
                .map(to -> new Next(to, unmet(from, heldFrom, to, facts, Facts.none())))
                .toList();
    }
}
