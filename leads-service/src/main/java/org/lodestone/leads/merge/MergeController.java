package org.lodestone.leads.merge;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.merge.LeadMerge.Asked;
import org.lodestone.leads.merge.LeadMerge.Choice;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Commands;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** Merges over HTTP: asked for, looked at, undone. */
@RestController
@RequestMapping("/api/leads/{id}/merges")
class MergeController {

    private static final Set<String> SIDES = Set.of(Taking.FROM, Taking.INTO);
    private static final int NAME_SHOWN = 100;

    private final MergeService service;
    private final Commands commands;

    MergeController(MergeService service, Commands commands) {
        this.service = service;
        this.commands = commands;
    }

    /**
     * @param from the lead that goes
     * @param fields whose value is taken: {@code from} or {@code into}, by the lead's field, e.g. {@code name}, {@code investor} or
     *     {@code investor.uscc}; left out, the one that is there, the target's first; lists are put together
     */
    record MergeForm(
            @Nullable String from,

            @Schema(type = "object", example = "{\"name\":\"from\",\"investor.uscc\":\"into\"}") @Nullable
            JsonNode fields)
            implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("from", from).code("from", from);
            if (fields != null && !fields.isObject() && !fields.isNull()) {
                checks.add("fields", "type.object");
            }
            sent().forEach(field -> {
                if (!FormFields.isChoice(field.getKey())) {
                    checks.add("fields." + shown(field.getKey()), "unknown-field");
                } else if (!SIDES.contains(field.getValue().asString(""))) {
                    checks.add("fields." + field.getKey(), "type.enum", Taking.FROM + ", " + Taking.INTO);
                }
            });
        }

        /** The name comes from the caller and is shown again. */
        private static String shown(String name) {
            String clean = name.replaceAll("[^\\p{L}\\p{N}._-]", "\ufffd");
            return clean.length() > NAME_SHOWN ? clean.substring(0, NAME_SHOWN) + "…" : clean;
        }

        /** What is null was not chosen. */
        private List<Map.Entry<String, JsonNode>> sent() {
            return fields == null
                    ? List.of()
                    : fields.properties().stream()
                            .filter(field -> !field.getValue().isNull())
                            .toList();
        }

        private List<Choice> choices() {
            return sent().stream()
                    .map(field -> new Choice(field.getKey(), field.getValue().asString("")))
                    .toList();
        }

        /** Checked before: from is there. */
        Asked asked(String into, Command command) {
            return new Asked(
                    into, Objects.requireNonNull(from), choices(), command.by(), command.at(), command.fingerprint());
        }
    }

    record Merges(List<MergeView> items) {}

    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = MergeView.class)))
    @PostMapping
    Mono<ResponseEntity<Object>> merge(
            @PathVariable String id,
            @RequestBody MergeForm form,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, form, false);
        return service.begin(id, form, command).map(begun -> {
            ResponseEntity.BodyBuilder answer = ResponseEntity.accepted()
                    .location(URI.create(
                            "/api/leads/" + id + "/merges/" + begun.merge().id()));
            if (begun.repeated()) {
                answer.header("Idempotent-Replayed", "true");
            }
            return answer.body(MergeView.of(begun.merge(), locale));
        });
    }

    @GetMapping
    Mono<Merges> list(@PathVariable String id, Scope scope, Locale locale) {
        return service.list(scope, id)
                .map(merges -> new Merges(merges.stream()
                        .map(merge -> MergeView.of(merge, locale))
                        .toList()));
    }

    @GetMapping("/{mergeId}")
    Mono<MergeView> read(@PathVariable String id, @PathVariable String mergeId, Scope scope, Locale locale) {
        return service.find(scope, id, mergeId).map(merge -> MergeView.of(merge, locale));
    }

    @DeleteMapping("/{mergeId}")
    Mono<MergeView> undo(
            @PathVariable String id,
            @PathVariable String mergeId,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, "", false);
        return service.undo(id, mergeId, command).map(merge -> MergeView.of(merge, locale));
    }
}
