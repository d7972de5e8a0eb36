package org.lodestone.leads.ledger;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadQuery;
import org.lodestone.leads.ledger.LeadExport.Format;
import org.lodestone.leads.ledger.LeadExport.State;
import org.lodestone.leads.ledger.LeadExports.Order;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.ValidationProblem;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger as a file: exactly the rows of the list with the same filters; and who took it. */
@RestController
class ExportController {

    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);
    private static final String COLUMNS = "columns";

    private final LeadExports exports;
    private final ExportLog log;
    private final SearchIndex<Lead> index;
    private final BusinessClock clock;

    ExportController(LeadExports exports, ExportLog log, SearchIndex<Lead> index, BusinessClock clock) {
        this.exports = exports;
        this.log = log;
        this.index = index;
        this.clock = clock;
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/leads/export.xlsx")
    Mono<ResponseEntity<Flux<DataBuffer>>> xlsx(
            @ParameterObject @ModelAttribute LeadQuery query,
            @RequestParam(required = false) @Nullable List<String> columns,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        return export(Format.XLSX, order(query, columns, scope, locale, exchange), exchange);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/leads/export.csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> csv(
            @ParameterObject @ModelAttribute LeadQuery query,
            @RequestParam(required = false) @Nullable List<String> columns,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        return export(Format.CSV, order(query, columns, scope, locale, exchange), exchange);
    }

    @GetMapping("/api/exports")
    Mono<Page<LeadExport>> taken(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope) {
        Rights.require(scope, Right.EXPORT, Right.ADMINISTER);
        return log.page(scope, cursor, Page.limit(limit));
    }

    private Mono<ResponseEntity<Flux<DataBuffer>>> export(Format format, Order order, ServerWebExchange exchange) {
        LeadExport export = line(format, order, exchange);
        String name = LedgerTemplate.SHEET.in(order.locale()) + "-" + clock.today(BusinessClock.CHINA);
        ContentDisposition file = ContentDisposition.attachment()
                .filename(name + "." + format.name().toLowerCase(Locale.ROOT), StandardCharsets.UTF_8)
                .build();
        return index.awaitRead(exchange.getRequest().getHeaders().getFirst(Answers.READ_AFTER))
                .then(Mono.fromSupplier(() -> ResponseEntity.ok()
                        .contentType(format == Format.XLSX ? XLSX : CSV)
                        .cacheControl(CacheControl.noStore())
                        .header(HttpHeaders.CONTENT_DISPOSITION, file.toString())
                        .body(exports.stream(export, order))));
    }

    private Order order(
            LeadQuery query, @Nullable List<String> columns, Scope scope, Locale locale, ServerWebExchange exchange) {
        Rights.require(scope, Right.EXPORT);
        List<FieldProblem> unknown = exchange.getRequest().getQueryParams().keySet().stream()
                .filter(name -> !LeadQuery.NAMES.contains(name) && !name.equals(COLUMNS))
                .map(name -> FieldProblem.of(name, "unknown-field"))
                .toList();
        if (!unknown.isEmpty()) {
            throw new ValidationProblem(unknown);
        }
        return new Order(scope, locale, query.request(scope, clock.now()), chosen(columns));
    }

    private static List<LedgerColumn> chosen(@Nullable List<String> columns) {
        if (columns == null || columns.isEmpty()) {
            return LedgerColumn.ledger();
        }
        List<LedgerColumn> chosen = columns.stream()
                .distinct()
                .flatMap(field -> LedgerColumn.ofField(field).stream())
                .toList();
        if (chosen.size() != Set.copyOf(columns).size()) {
            String known = Arrays.stream(LedgerColumn.values())
                    .map(LedgerColumn::field)
                    .collect(Collectors.joining(", "));
            throw new ValidationProblem(List.of(FieldProblem.of(COLUMNS, "type.enum", known)));
        }
        return chosen;
    }

    private LeadExport line(Format format, Order order, ServerWebExchange exchange) {
        Instant now = clock.now();
        // Ordered by time, so that the newest come first.
        String id = "%011x-%08x"
                .formatted(now.toEpochMilli(), ThreadLocalRandom.current().nextInt());
        Map<String, String> filter = exchange.getRequest().getQueryParams().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(COLUMNS))
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> String.join(",", parameter.getValue())));
        return new LeadExport(
                id,
                now,
                order.scope().subject(),
                order.scope().zones().stream().sorted().toList(),
                format,
                filter,
                order.columns().stream().map(LedgerColumn::field).toList(),
                order.columns().stream().anyMatch(LedgerColumn::isContact),
                State.RUNNING,
                null,
                null);
    }
}
