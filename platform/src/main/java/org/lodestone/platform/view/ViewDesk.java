package org.lodestone.platform.view;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;

/** Holds a view as it is told against the list it is of: everything that is wrong with it is said at once. */
final class ViewDesk {

    private final List<ViewKind> kinds;
    private final BusinessClock clock;

    ViewDesk(List<ViewKind> kinds, BusinessClock clock) {
        this.kinds = List.copyOf(kinds);
        this.clock = clock;
    }

    /** @throws ValidationProblem naming everything that makes no sense */
    SavedView told(Scope scope, String id, String by, ViewForm form) {
        Rights.require(scope, Right.READ);
        Checks checks = new Checks(clock);
        form.check(checks);
        String zone = form.isShared() ? zone(scope, form, checks) : null;
        List<FieldProblem> faults = new ArrayList<>(checks.problems());
        kind(form.of())
                .map(kind -> faults(kind, scope, form))
                .orElseGet(() -> List.of(FieldProblem.of("of", "unknown")))
                .stream()
                .filter(fault ->
                        faults.stream().noneMatch(known -> known.field().equals(fault.field())))
                .toList()
                .forEach(faults::add);
        if (!faults.isEmpty()) {
            throw new ValidationProblem(faults);
        }
        return new SavedView(
                id,
                Objects.requireNonNull(form.name()).strip(),
                Objects.requireNonNull(form.of()),
                form.filterOrNone(),
                form.sort(),
                form.columnsOrNone(),
                form.as() == null ? "table" : form.as(),
                zone,
                by,
                clock.now(),
                null);
    }

    private static List<FieldProblem> faults(ViewKind kind, Scope scope, ViewForm form) {
        List<FieldProblem> faults = new ArrayList<>(kind.faults(scope, form.filterWithValues(), form.sort()));
        List<String> strange = form.columnsOrNone().stream()
                .filter(column -> !kind.columns().contains(column))
                .distinct()
                .toList();
        if (!strange.isEmpty()) {
            faults.add(FieldProblem.of("columns", "no-such-column", String.join(", ", strange)));
        }
        return faults;
    }

    /** One of a time when the list had other columns is shown without those. */
    SavedView shown(SavedView view) {
        return kind(view.of())
                .map(kind -> view.showing(
                        view.columns().stream().filter(kind.columns()::contains).toList()))
                .orElse(view);
    }

    private Optional<ViewKind> kind(@Nullable String of) {
        return kinds.stream().filter(kind -> kind.of().equals(of)).findFirst();
    }

    /** Sharing is for those who may assign, in a zone of theirs. */
    private static @Nullable String zone(Scope scope, ViewForm form, Checks checks) {
        Rights.require(scope, Right.ASSIGN);
        if (form.zone() != null) {
            Rights.requireZone(scope, form.zone());
            return form.zone();
        }
        if (scope.everyZone() || scope.zones().size() != 1) {
            checks.add("zone", "required");
            return null;
        }
        return scope.zones().iterator().next();
    }
}
