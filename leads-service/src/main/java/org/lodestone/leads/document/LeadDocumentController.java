package org.lodestone.leads.document;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadAccess;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.document.Documents;
import org.lodestone.platform.document.Documents.Upload;
import org.lodestone.platform.document.StoredDocument;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.Problem;
import org.lodestone.platform.web.Uploads;
import org.lodestone.platform.web.Uploads.Received;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The files of a lead over HTTP: brought, listed, taken away and brought back. */
@RestController
@RequestMapping("/api/leads/{id}/documents")
class LeadDocumentController {

    private final AggregateStore<Lead> leads;
    private final Documents documents;
    private final Uploads uploads;
    private final Commands commands;
    private final BusinessClock clock;

    LeadDocumentController(
            AggregateStore<Lead> leads, Documents documents, Uploads uploads, Commands commands, BusinessClock clock) {
        this.leads = leads;
        this.documents = documents;
        this.uploads = uploads;
        this.commands = commands;
        this.clock = clock;
    }

    /** The form a file comes in, for the description alone. */
    record FileUpload(
            @Schema(type = "string", format = "binary") String file,
            FileKind kind,
            @Nullable String title,
            @Nullable String number,
            @Nullable LocalDate on,
            @Nullable String paper) {}

    record Files(List<FileView> items) {}

    record Taken(List<Line> items) {

        record Line(Instant at, String by, int version) {}
    }

    @RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = FileUpload.class)))
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = FileView.class)))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    Mono<ResponseEntity<FileView>> receive(
            @PathVariable String id, Scope scope, @Parameter(hidden = true) ServerWebExchange exchange) {
        Command command = commands.of(exchange, scope, "", false);
        return lead(scope, id)
                .doOnNext(lead -> LeadAccess.mayWrite(command, lead))
                .flatMap(lead -> uploads.with(
                                exchange, Documents.MOST_BYTES, received -> receive(lead, received, command))
                        .map(document -> ResponseEntity.created(
                                        URI.create("/api/leads/" + lead.id() + "/documents/" + document.code()))
                                .body(FileView.of(document, lead, scope))));
    }

    @GetMapping
    Mono<Files> list(@PathVariable String id, Scope scope) {
        Rights.require(scope, Right.READ);
        return lead(scope, id)
                .flatMap(lead -> documents
                        .list(scope, LeadFiles.owner(lead))
                        .map(document -> FileView.of(document, lead, scope))
                        .collectList()
                        .map(Files::new));
    }

    @GetMapping("/{did}")
    Mono<FileView> read(@PathVariable String id, @PathVariable String did, Scope scope) {
        Rights.require(scope, Right.READ);
        return lead(scope, id)
                .flatMap(lead -> documents
                        .find(scope, LeadFiles.owner(lead), did)
                        .map(document -> FileView.of(document, lead, scope)));
    }

    /** Who took it, newest first. */
    @GetMapping("/{did}/downloads")
    Mono<Taken> downloads(@PathVariable String id, @PathVariable String did, Scope scope) {
        Rights.require(scope, Right.WRITE);
        return lead(scope, id)
                .flatMap(lead -> documents.any(scope, LeadFiles.owner(lead), did))
                .flatMapMany(document -> documents.downloads(scope, document))
                .map(line -> new Taken.Line(line.at(), line.by(), line.edition()))
                .collectList()
                .map(Taken::new);
    }

    /** For ten minutes it can be brought back. */
    @DeleteMapping("/{did}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> remove(@PathVariable String id, @PathVariable String did, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        Command command = commands.of(exchange, scope, "", false);
        return lead(scope, id)
                .flatMap(lead -> documents.find(scope, LeadFiles.owner(lead), did))
                .map(document -> FileAccess.mayRemove(document, scope))
                .flatMap(document -> documents.remove(scope, document, command.at(), command.by()));
    }

    /** Takes a removal back; 410 when its time is over. */
    @PostMapping("/{did}/restorations")
    Mono<FileView> restore(@PathVariable String id, @PathVariable String did, Scope scope, ServerWebExchange exchange) {
        Rights.require(scope, Right.WRITE, Right.WRITE_OWN);
        Command command = commands.of(exchange, scope, "", false);
        return lead(scope, id)
                .flatMap(lead -> documents
                        .any(scope, LeadFiles.owner(lead), did)
                        .map(document -> FileAccess.mayRemove(document, scope))
                        .flatMap(document -> documents.restore(scope, document, command.at(), command.by()))
                        .map(document -> FileView.of(document, lead, scope)));
    }

    private Mono<StoredDocument> receive(Lead lead, Received received, Command command) {
        About about = FileForm.read(received.fields(), received.name(), lead, clock);
        return documents
                .receive(
                        command.scope(),
                        new Upload(
                                LeadFiles.owner(lead),
                                about,
                                received.file(),
                                received.name(),
                                command.key(),
                                command.at(),
                                command.by()))
                .doOnNext(document -> {
                    if (document.isRemoved()) {
                        throw Problem.gone();
                    }
                });
    }

    private Mono<Lead> lead(Scope scope, String id) {
        return leads.find(scope, id).switchIfEmpty(Mono.error(Problem::notFound));
    }
}
