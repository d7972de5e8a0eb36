package org.lodestone.leads.ledger;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The empty ledger, for whoever may bring one in. */
@RestController
class TemplateController {

    private final LedgerTemplate template;

    TemplateController(LedgerTemplate template) {
        this.template = template;
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/leads/imports/template.xlsx")
    Mono<ResponseEntity<byte[]>> template(Scope scope, Locale locale) {
        Rights.require(scope, Right.IMPORT);
        ContentDisposition file = ContentDisposition.attachment()
                .filename(LedgerTemplate.SHEET.in(locale) + "-模板.xlsx", StandardCharsets.UTF_8)
                .build();
        return Mono.fromCallable(() -> template.workbook(scope, locale))
                .subscribeOn(Schedulers.boundedElastic())
                .map(workbook -> ResponseEntity.ok()
                        .contentType(ExportDesk.XLSX)
                        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                        .body(workbook));
    }
}
