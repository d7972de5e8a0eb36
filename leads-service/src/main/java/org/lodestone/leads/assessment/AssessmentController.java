package org.lodestone.leads.assessment;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.settings.ZoneSettings;
import org.lodestone.leads.settings.ZoneSettingsBook;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import org.springframework.context.MessageSource;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/** The score of a lead over HTTP, with every reason. */
@RestController
class AssessmentController {

    private final AggregateStore<Lead> leads;
    private final ZoneSettingsBook book;
    private final MessageSource messages;

    AssessmentController(AggregateStore<Lead> leads, ZoneSettingsBook book, MessageSource messages) {
        this.leads = leads;
        this.book = book;
        this.messages = messages;
    }

    /** @param version of the zone's settings; the present one where it is left out */
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = AssessmentView.class)))
    @GetMapping("/api/leads/{id}/assessment")
    Mono<ResponseEntity<Object>> read(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable Long version,
            Scope scope,
            Locale locale) {
        Rights.require(scope, Right.READ);
        return leads.find(scope, id)
                .doOnNext(AssessmentController::refuseWithdrawn)
                .flatMap(lead -> settings(lead.zone(), version).map(settings -> answer(lead, settings, locale)))
                .switchIfEmpty(Mono.error(Problem::notFound));
    }

    private Mono<ZoneSettings> settings(String zone, @Nullable Long version) {
        return version == null ? book.current(zone) : book.version(zone, version);
    }

    /** It changes with the lead and with the settings, so its tag names both. */
    private ResponseEntity<Object> answer(Lead lead, ZoneSettings settings, Locale locale) {
        return ResponseEntity.ok()
                .eTag("\"" + lead.version() + "-" + settings.version() + "-" + locale.getLanguage() + "\"")
                .body(AssessmentView.of(lead, settings, sentence -> sentence.in(locale, messages)));
    }

    private static void refuseWithdrawn(Lead lead) {
        if (lead.isWithdrawn()) {
            throw Problem.gone();
        }
    }
}
