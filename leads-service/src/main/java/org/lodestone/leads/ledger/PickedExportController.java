package org.lodestone.leads.ledger;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.ledger.LeadExport.Format;
import org.lodestone.leads.ledger.LeadExports.Order;
import org.lodestone.platform.search.Condition;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The ledger of the rows that somebody picked: too many to name in an address. What is not theirs is not in it. */
@RestController
class PickedExportController {

    private static final int MOST = 10_000;
    private static final int LONGEST_LINE = 200;
    private static final String ORDER = "-updatedAt";

    private final ExportDesk desk;

    PickedExportController(ExportDesk desk) {
        this.desk = desk;
    }

    /** @param columns by their fields; left out, the ledger's */
    record Picked(@Nullable List<String> ids, @Nullable List<String> columns) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("ids", ids).size("ids", ids, MOST);
            if (ids != null && ids.stream().anyMatch(id -> id.isBlank() || id.length() > Checks.NAME_LENGTH)) {
                checks.add("ids", "code");
            }
        }
    }

    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
                            schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/api/leads/export.xlsx")
    Mono<ResponseEntity<Flux<DataBuffer>>> xlsx(
            @RequestBody Picked picked, Scope scope, Locale locale, ServerWebExchange exchange) {
        return desk.hand(Format.XLSX, order(picked, scope, locale), filter(picked), exchange);
    }

    @ApiResponse(
            responseCode = "200",
            content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
    @PostMapping("/api/leads/export.csv")
    Mono<ResponseEntity<Flux<DataBuffer>>> csv(
            @RequestBody Picked picked, Scope scope, Locale locale, ServerWebExchange exchange) {
        return desk.hand(Format.CSV, order(picked, scope, locale), filter(picked), exchange);
    }

    private static Order order(Picked picked, Scope scope, Locale locale) {
        Rights.require(scope, Right.EXPORT);
        SearchRequest rows = SearchRequest.of(List.of(new Condition.AnyOf("id", ids(picked))), ORDER, 0);
        return new Order(scope, locale, rows, ExportDesk.chosen(picked.columns()));
    }

    /** A few are named; of many the log says how many were asked for. */
    private static Map<String, String> filter(Picked picked) {
        List<String> ids = ids(picked);
        return ids.size() > LONGEST_LINE
                ? Map.of("picked", Integer.toString(ids.size()))
                : Map.of("picked", Integer.toString(ids.size()), "ids", String.join(",", ids));
    }

    private static List<String> ids(Picked picked) {
        return picked.ids() == null ? List.of() : picked.ids();
    }
}
