package org.lodestone.leads.ledger;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadQuery;
import org.lodestone.leads.ledger.LeadExport.Format;
import org.lodestone.leads.ledger.LeadExports.Order;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Page;
import org.lodestone.platform.web.QueryParameters;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger as a file: exactly the rows of the list with the same filters; and who took it. */
@RestController
class ExportController {

    private static final Set<String> NAMES = Stream.concat(LeadQuery.NAMES.stream(), Stream.of(ExportDesk.COLUMNS))
            .collect(Collectors.toUnmodifiableSet());

    private final ExportDesk desk;
    private final ExportLog log;

    ExportController(ExportDesk desk, ExportLog log) {
        this.desk = desk;
        this.log = log;
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/leads/export.xlsx")
    Mono<ResponseEntity<Flux<DataBuffer>>> xlsx(
            @ParameterObject LeadQuery query,
            @RequestParam(required = false) @Nullable List<String> columns,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        return desk.hand(Format.XLSX, order(query, columns, scope, locale, exchange), filter(exchange), exchange);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @GetMapping("/api/leads/export.csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> csv(
            @ParameterObject LeadQuery query,
            @RequestParam(required = false) @Nullable List<String> columns,
            Scope scope,
            Locale locale,
            ServerWebExchange exchange) {
        return desk.hand(Format.CSV, order(query, columns, scope, locale, exchange), filter(exchange), exchange);
    }

    @GetMapping("/api/exports")
    Mono<Page<LeadExport>> taken(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(required = false) @Nullable Integer limit,
            Scope scope) {
        Rights.require(scope, Right.EXPORT, Right.ADMINISTER);
        return log.page(scope, cursor, Page.limit(limit));
    }

    private Order order(
            LeadQuery query, @Nullable List<String> columns, Scope scope, Locale locale, ServerWebExchange exchange) {
        Rights.require(scope, Right.EXPORT);
        return QueryParameters.read(
                exchange,
                NAMES,
                () -> new Order(scope, locale, query.request(scope, desk.now()), ExportDesk.chosen(columns)));
    }

    private static Map<String, String> filter(ServerWebExchange exchange) {
        return exchange.getRequest().getQueryParams().entrySet().stream()
                .filter(parameter -> !parameter.getKey().equals(ExportDesk.COLUMNS))
                .collect(Collectors.toMap(Map.Entry::getKey, parameter -> String.join(",", parameter.getValue())));
    }
}
