package org.lodestone.leads.document;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.document.Documents;
import org.lodestone.platform.document.StoredDocument;
import org.lodestone.platform.document.StoredDocument.Edition;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A file itself, for who may have it; every time is written down. */
@RestController
class LeadDownloadController {

    private final AggregateStore<Lead> leads;
    private final Documents documents;

    LeadDownloadController(AggregateStore<Lead> leads, Documents documents) {
        this.leads = leads;
        this.documents = documents;
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/leads/{id}/documents/{did}/content")
    Mono<ResponseEntity<Flux<DataBuffer>>> content(
            @PathVariable String id,
            @PathVariable String did,
            @RequestParam(required = false) @Nullable Integer version,
            Scope scope,
            @Parameter(hidden = true) ServerWebExchange exchange) {
        Rights.require(scope, Right.READ);
        return leads.find(scope, id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .map(lead -> FileAccess.mayDownload(lead, scope))
                .flatMap(lead -> documents.find(scope, LeadFiles.owner(lead), did))
                .flatMap(document -> answer(scope, document, edition(document, version), exchange));
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> answer(
            Scope scope, StoredDocument document, Edition edition, ServerWebExchange exchange) {
        if (exchange.checkNotModified(FileContent.etag(edition))) {
            return Mono.just(ResponseEntity.status(HttpStatus.NOT_MODIFIED)
                    .eTag(FileContent.etag(edition))
                    .build());
        }
        FileContent asked = FileContent.of(edition, exchange.getRequest().getHeaders());
        if (asked.isEmpty() || exchange.getRequest().getMethod() == HttpMethod.HEAD) {
            return Mono.just(asked.answer().build());
        }
        return documents
                .content(scope, document, edition, asked.first(), asked.last())
                .map(bytes ->
                        asked.answer().body(bytes.map(exchange.getResponse().bufferFactory()::wrap)));
    }

    private static Edition edition(StoredDocument document, @Nullable Integer version) {
        return version == null ? document.latest() : document.edition(version).orElseThrow(Problem::notFound);
    }
}
