package org.lodestone.platform.view;

import com.mongodb.client.model.Filters;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import reactor.core.publisher.Mono;

/** Views as a person may see them: their own, and those shared in their zones, which whoever may assign there looks after. */
public final class Views {

    private final ProcessStore<ViewShelf> shelves;
    private final ViewDesk desk;
    private final BusinessClock clock;

    Views(MongoDatabase database, List<ViewKind> kinds, BusinessClock clock) {
        this.shelves = new ProcessStore<>(database, ViewShelf.class, "views");
        this.desk = new ViewDesk(kinds, clock);
        this.clock = clock;
    }

    /** Own ones first, each by name. */
    public Mono<List<SavedView>> list(Scope scope, @Nullable String of) {
        Rights.require(scope, Right.READ);
        return shelves.list(Filters.empty())
                .flatMapIterable(ViewShelf::views)
                .filter(SavedView::isThere)
                .filter(view -> of == null || view.of().equals(of))
                .filter(view -> sees(scope, view))
                .map(desk::shown)
                .sort(Comparator.comparing((SavedView view) -> !isOwn(scope, view))
                        .thenComparing(SavedView::name))
                .collectList();
    }

    public Mono<SavedView> find(Scope scope, String id) {
        return seen(scope, id, SavedView::isThere).map(Placed::view).map(desk::shown);
    }

    /** @param id the same again is the same view */
    public Mono<SavedView> create(Scope scope, String id, ViewForm form) {
        SavedView view = desk.told(scope, id, scope.subject(), form);
        return shelves.begin(ViewShelf.empty(scope.subject()))
                .then(Mono.defer(() -> shelves.step(scope.subject(), shelf -> shelf.with(view))))
                .map(shelf -> shelf.find(id).orElse(view));
    }

    public Mono<SavedView> replace(Scope scope, String id, ViewForm form) {
        return writable(scope, id, SavedView::isThere).flatMap(known -> {
            SavedView told = desk.told(scope, id, known.by(), form);
            return step(known, id, shelf -> shelf.replacing(known.view().becoming(told)));
        });
    }

    public Mono<SavedView> remove(Scope scope, String id) {
        return writable(scope, id, SavedView::isThere)
                .flatMap(known -> step(known, id, shelf -> shelf.removing(known.view(), clock.now())));
    }

    /** Takes the removal back; a second time changes nothing. */
    public Mono<SavedView> restore(Scope scope, String id) {
        return writable(scope, id, _ -> true)
                .flatMap(known -> known.view().isThere()
                        ? Mono.just(known.view())
                        : step(known, id, shelf -> shelf.replacing(known.view().removed(null))))
                .map(desk::shown);
    }

    private Mono<SavedView> step(Placed known, String id, UnaryOperator<ViewShelf> next) {
        return shelves.step(known.by(), next).map(shelf -> shelf.find(id).orElseThrow(Problem::notFound));
    }

    private record Placed(String by, SavedView view) {}

    private Mono<Placed> seen(Scope scope, String id, Predicate<SavedView> which) {
        Rights.require(scope, Right.READ);
        return shelves.list(Filters.eq("views.id", id))
                .flatMap(shelf -> Mono.justOrEmpty(shelf.find(id)).map(view -> new Placed(shelf.id(), view)))
                .filter(placed -> which.test(placed.view()) && sees(scope, placed.view()))
                .next()
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private Mono<Placed> writable(Scope scope, String id, Predicate<SavedView> which) {
        return seen(scope, id, which).doOnNext(placed -> {
            if (!isOwn(scope, placed.view())) {
                Rights.require(scope, Right.ASSIGN);
            }
        });
    }

    private static boolean isOwn(Scope scope, SavedView view) {
        return view.by().equals(scope.subject());
    }

    private static boolean sees(Scope scope, SavedView view) {
        return isOwn(scope, view) || view.sharedIn() != null && scope.covers(view.sharedIn(), null);
    }
}
