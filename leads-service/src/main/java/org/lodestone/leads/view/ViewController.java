package org.lodestone.leads.view;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.view.SavedView;
import org.lodestone.platform.view.ViewForm;
import org.lodestone.platform.view.Views;
import org.lodestone.platform.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Saved views over HTTP. */
@RestController
@RequestMapping("/api/views")
class ViewController {

    private final Views views;
    private final Commands commands;

    ViewController(Views views, Commands commands) {
        this.views = views;
        this.commands = commands;
    }

    record Items(List<Shown> items) {}

    /** @param own whether it is the reader's; others' are there because they are shared */
    record Shown(
            String id,
            String name,
            String of,
            Map<String, List<String>> filter,
            @Nullable String sort,
            List<String> columns,
            String as,
            boolean shared,
            @Nullable String zone,
            String by,
            boolean own,
            Instant updatedAt) {

        static Shown of(SavedView view, Scope scope) {
            return new Shown(
                    view.id(),
                    view.name(),
                    view.of(),
                    view.filter(),
                    view.sort(),
                    view.columns(),
                    view.as(),
                    view.sharedIn() != null,
                    view.sharedIn(),
                    view.by(),
                    view.by().equals(scope.subject()),
                    view.updatedAt());
        }
    }

    /** One's own and those shared in one's zones. */
    @GetMapping
    Mono<Items> list(@RequestParam(required = false) @Nullable String of, Scope scope) {
        return views.list(scope, of)
                .map(all -> new Items(
                        all.stream().map(view -> Shown.of(view, scope)).toList()));
    }

    @GetMapping("/{id}")
    Mono<Shown> read(@PathVariable String id, Scope scope) {
        return views.find(scope, id).map(view -> Shown.of(view, scope));
    }

    @PostMapping
    Mono<ResponseEntity<Shown>> create(@RequestBody ViewForm form, Scope scope, ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, form, false);
        String id = command.key() == null ? UUID.randomUUID().toString() : command.key();
        return views.create(scope, id, form)
                .map(view -> ResponseEntity.created(URI.create("/api/views/" + view.id()))
                        .body(Shown.of(view, scope)));
    }

    @PutMapping("/{id}")
    Mono<Shown> replace(@PathVariable String id, @RequestBody ViewForm form, Scope scope) {
        return views.replace(scope, id, form).map(view -> Shown.of(view, scope));
    }

    @DeleteMapping("/{id}")
    Mono<ResponseEntity<Void>> remove(@PathVariable String id, Scope scope) {
        return views.remove(scope, id).map(_ -> ResponseEntity.noContent().build());
    }

    /** Takes the removal back. */
    @PostMapping("/{id}/restorations")
    Mono<Shown> restore(@PathVariable String id, Scope scope) {
        return views.restore(scope, id).map(view -> Shown.of(view, scope));
    }
}
