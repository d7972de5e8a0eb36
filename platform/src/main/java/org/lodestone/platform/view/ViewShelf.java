package org.lodestone.platform.view;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.lodestone.platform.process.Process;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;

/**
 * All views of one person: one document, so that a name is theirs once however many tabs save at the same time.
 *
 * @param id the person
 */
public record ViewShelf(String id, long version, List<SavedView> views) implements Process {

    static final int MOST = 50;
    /** Of removed ones, the newest. */
    private static final int REMEMBERED = 20;

    static ViewShelf empty(String person) {
        return new ViewShelf(person, 0, List.of());
    }

    @Override
    public boolean finished() {
        return true;
    }

    Optional<SavedView> find(String id) {
        return views.stream().filter(view -> view.id().equals(id)).findFirst();
    }

    /** The same view again is the same view. */
    ViewShelf with(SavedView view) {
        SavedView known = find(view.id()).orElse(null);
        if (known != null) {
            if (!known.says(view)) {
                throw Problem.idempotencyKeyReused();
            }
            return this;
        }
        if (views.stream().filter(SavedView::isThere).count() >= MOST) {
            throw Problem.invalid(FieldProblem.of("name", "too-many-views", MOST));
        }
        requireFree(view);
        return new ViewShelf(
                this.id, version, Stream.concat(views.stream(), Stream.of(view)).toList());
    }

    ViewShelf replacing(SavedView next) {
        requireFree(next);
        return new ViewShelf(
                id,
                version,
                views.stream()
                        .map(view -> view.id().equals(next.id()) ? next : view)
                        .toList());
    }

    ViewShelf removing(SavedView view, Instant at) {
        List<SavedView> next = views.stream()
                .map(one -> one.id().equals(view.id()) ? one.removed(at) : one)
                .toList();
        List<SavedView> forgotten = next.stream()
                .filter(one -> one.removedAt() != null)
                .sorted(Comparator.comparing(SavedView::removedAt, Comparator.nullsLast(Comparator.reverseOrder())))
                .skip(REMEMBERED)
                .toList();
        return new ViewShelf(
                id,
                version,
                next.stream().filter(one -> !forgotten.contains(one)).toList());
    }

    private void requireFree(SavedView next) {
        boolean taken = views.stream()
                .filter(SavedView::isThere)
                .filter(view -> view.of().equals(next.of()) && !view.id().equals(next.id()))
                .anyMatch(view -> view.name().equalsIgnoreCase(next.name()));
        if (taken && next.isThere()) {
            throw new ViewProblem.NameTaken(next.name());
        }
    }
}
