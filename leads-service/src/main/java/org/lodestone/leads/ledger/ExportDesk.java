package org.lodestone.leads.ledger;

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
import org.lodestone.leads.ledger.LeadExport.Format;
import org.lodestone.leads.ledger.LeadExport.State;
import org.lodestone.leads.ledger.LeadExports.Order;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Answers;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Hands a file out, and the line in the log with it. */
@Component
class ExportDesk {

    static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    static final String COLUMNS = "columns";

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final LeadExports exports;
    private final SearchIndex<Lead> index;
    private final BusinessClock clock;

    ExportDesk(LeadExports exports, SearchIndex<Lead> index, BusinessClock clock) {
        this.exports = exports;
        this.index = index;
        this.clock = clock;
    }

    Instant now() {
        return clock.now();
    }

    /** @param filter what the log says of which rows they were */
    Mono<ResponseEntity<Flux<DataBuffer>>> hand(
            Format format, Order order, Map<String, String> filter, ServerWebExchange exchange) {
        LeadExport export = line(format, order, filter);
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

    static List<LedgerColumn> chosen(@Nullable List<String> columns) {
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

    private LeadExport line(Format format, Order order, Map<String, String> filter) {
        Instant now = clock.now();
        // Ordered by time, so that the newest come first.
        String id = "%011x-%08x"
                .formatted(now.toEpochMilli(), ThreadLocalRandom.current().nextInt());
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
