package org.lodestone.leads.ledger;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.ledger.LeadExport.State;
import org.lodestone.platform.search.Hit;
import org.lodestone.platform.search.SearchIndex;
import org.lodestone.platform.search.SearchRequest;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.table.TableWriter;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes the leads of a filter as a file, no faster than it is read and never more than a few rows of it at once. */
@Component
class LeadExports {

    private static final int CHUNK = 32 * 1024;
    private static final int AHEAD = 64;

    /** A slow reader holds its thread for long: a virtual one costs nothing. */
    private static final Executor WRITERS = Executors.newVirtualThreadPerTaskExecutor();

    private final SearchIndex<Lead> index;
    private final LedgerWords words;
    private final ExportLog log;
    private final BusinessClock clock;

    LeadExports(SearchIndex<Lead> index, LedgerWords words, ExportLog log, BusinessClock clock) {
        this.index = index;
        this.words = words;
        this.log = log;
        this.clock = clock;
    }

    /** What is written, for whom. */
    record Order(Scope scope, Locale locale, SearchRequest request, List<LedgerColumn> columns) {}

    /** The line in the log comes first, and says at the end how many rows were taken. */
    Flux<DataBuffer> stream(LeadExport export, Order order) {
        return Flux.usingWhen(
                log.begin(export).map(_ -> new AtomicInteger()),
                rows -> DataBufferUtils.outputStreamPublisher(
                        out -> write(out, export, order, rows),
                        DefaultDataBufferFactory.sharedInstance,
                        WRITERS,
                        CHUNK),
                rows -> end(export, State.DONE, rows),
                (rows, _) -> end(export, State.FAILED, rows),
                rows -> end(export, State.BROKEN_OFF, rows));
    }

    private Mono<Void> end(LeadExport export, State state, AtomicInteger rows) {
        return log.end(export, state, rows.get(), clock.now());
    }

    private void write(OutputStream out, LeadExport export, Order order, AtomicInteger rows) {
        LedgerLine.Reader reader = new LedgerLine.Reader(order.scope(), order.locale(), words);
        try (Stream<Hit<Lead>> hits = index.all(order.scope(), order.request()).toStream(AHEAD)) {
            Iterator<Hit<Lead>> leads = hits.iterator();
            // Asked before the first byte: an index that cannot answer is still a proper refusal.
            boolean any = leads.hasNext();
            try (TableWriter table = table(out, export.format(), order.locale())) {
                table.header(order.columns().stream()
                        .map(column -> column(column, order.locale()))
                        .toList());
                while (any && leads.hasNext()) {
                    Lead lead = leads.next().aggregate();
                    table.row(new LedgerLine(lead, rows.incrementAndGet(), reader).values(order.columns()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static TableWriter table(OutputStream out, LeadExport.Format format, Locale locale) {
        return switch (format) {
            case XLSX -> TableWriter.xlsx(out, LedgerTemplate.SHEET.in(locale));
            case CSV -> TableWriter.csv(out);
        };
    }

    private static TableWriter.Column column(LedgerColumn column, Locale locale) {
        return new TableWriter.Column(column.title().in(locale), column.width());
    }
}
