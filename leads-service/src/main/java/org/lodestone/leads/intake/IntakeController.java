package org.lodestone.leads.intake;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.intake.IntakeDesk.Handed;
import org.lodestone.leads.intake.IntakeSource.Kind;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.Problem;
import org.lodestone.platform.web.StrictJson;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Where strangers hand leads in: 202 with a reference and nothing more, whatever is known of the company already. */
@RestController
class IntakeController {

    private static final int BODY_BYTES = 64 * 1024;
    private static final List<String> YES = List.of("true", "on", "yes", "1");

    private final IntakeDoor door;
    private final IntakeDesk desk;
    private final IntakePage page;
    private final StrictJson strict;
    private final JsonMapper json;

    IntakeController(IntakeDoor door, IntakeDesk desk, IntakePage page, StrictJson strict, JsonMapper json) {
        this.door = door;
        this.desk = desk;
        this.page = page;
        this.strict = strict;
        this.json = json;
    }

    /** What a stranger may quote when asking about it. */
    record Receipt(String reference) {}

    /** @param plain a form that a browser sends by itself, and that is answered with a page */
    private record Received(ObjectNode body, @Nullable String key, boolean plain) {}

    @ApiResponse(responseCode = "202", content = @Content(schema = @Schema(implementation = Receipt.class)))
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content = @Content(schema = @Schema(implementation = Submission.class)))
    @PostMapping("/api/intake/{source}")
    Mono<ResponseEntity<Object>> take(@PathVariable String source, Locale locale, ServerWebExchange exchange) {
        return read(exchange).flatMap(received -> {
            String header = exchange.getRequest().getHeaders().getFirst(IntakeDoor.KEY);
            return door.enter(source, header == null ? received.key() : header, exchange.getRequest())
                    .flatMap(known -> answer(known, received, locale, exchange));
        });
    }

    @GetMapping(
            path = {"/intake/{source}", "/intake/{source}/form"},
            produces = MediaType.TEXT_HTML_VALUE)
    Mono<ResponseEntity<Object>> form(@PathVariable String source, Locale locale, ServerWebExchange exchange) {
        String asked = exchange.getRequest().getQueryParams().getFirst("lang");
        Locale language = asked == null ? locale : Locale.forLanguageTag(asked);
        return door.open(source)
                .filter(known -> known.kind() == Kind.FORM)
                .map(known -> page.form(known, language))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private Mono<ResponseEntity<Object>> answer(
            IntakeSource source, Received received, Locale locale, ServerWebExchange exchange) {
        String lang = received.body().path("lang").asString("");
        Locale language = lang.isEmpty() ? locale : Locale.forLanguageTag(lang);
        received.body().remove("lang");
        boolean trapped =
                !received.body().path(Submission.HONEYPOT).asString("").isBlank();
        received.body().remove(Submission.HONEYPOT);
        if (source.kind() == Kind.FORM && !received.body().has("consent")) {
            received.body().put("consent", false);
        }
        byte[] bytes = json.writeValueAsBytes(received.body());
        String key = exchange.getRequest().getHeaders().getFirst(Commands.IDEMPOTENCY_KEY);
        Handed handed = new Handed(source, new String(bytes, java.nio.charset.StandardCharsets.UTF_8), key);
        return Mono.defer(() -> trapped
                        ? Mono.just(desk.decoy(handed))
                        : desk.take(handed, (Submission) strict.read(bytes, Submission.class)))
                .map(reference -> received.plain()
                        ? page.thanks(source, reference, language)
                        : ResponseEntity.status(HttpStatus.ACCEPTED).body((Object) new Receipt(reference)))
                .onErrorResume(
                        ValidationProblem.class,
                        problem -> received.plain()
                                ? Mono.just(page.again(source, received.body(), problem, language))
                                : Mono.error(problem));
    }

    private Mono<Received> read(ServerWebExchange exchange) {
        MediaType type = exchange.getRequest().getHeaders().getContentType();
        if (MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(type)) {
            boolean browser = exchange.getRequest().getHeaders().getAccept().stream()
                    .anyMatch(accepted -> accepted.isCompatibleWith(MediaType.TEXT_HTML) && !accepted.isWildcardType());
            return exchange.getFormData().map(form -> new Received(tree(form), form.getFirst("key"), browser));
        }
        if (type == null || !type.isCompatibleWith(MediaType.APPLICATION_JSON)) {
            return Mono.error(Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type"));
        }
        return DataBufferUtils.join(exchange.getRequest().getBody(), BODY_BYTES)
                .map(buffer -> {
                    byte[] bytes = new byte[buffer.readableByteCount()];
                    buffer.read(bytes);
                    DataBufferUtils.release(buffer);
                    return bytes;
                })
                .defaultIfEmpty(new byte[0])
                .map(bytes -> new Received((ObjectNode) strict.read(bytes, ObjectNode.class), null, false));
    }

    /** A button's name or whatever else a page sends is no mistake of whoever fills it in; an empty field says nothing. */
    private static ObjectNode tree(MultiValueMap<String, String> form) {
        ObjectNode tree = JsonNodeFactory.instance.objectNode();
        for (String field : Submission.TEXTS) {
            put(tree, field, form.getFirst(field));
        }
        put(tree, Submission.HONEYPOT, form.getFirst(Submission.HONEYPOT));
        put(tree, "lang", form.getFirst("lang"));
        String consent = form.getFirst("consent");
        if (consent != null) {
            tree.put("consent", YES.contains(consent.toLowerCase(Locale.ROOT)));
        }
        return tree;
    }

    private static void put(ObjectNode tree, String field, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            tree.put(field, value.strip());
        }
    }
}
