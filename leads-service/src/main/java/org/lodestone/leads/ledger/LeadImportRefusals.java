package org.lodestone.leads.ledger;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.lodestone.leads.ledger.LeadImportSpeech.Words;
import org.lodestone.platform.imports.ImportColumn;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.Imports;
import org.lodestone.platform.imports.StoredRow;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.table.TableWriter;
import org.lodestone.platform.table.WorkbookWriter;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The refused rows of an import with the reasons beside them, to be corrected and sent again. */
@RestController
class LeadImportRefusals {

    /** No column of ours: it is passed over when the file comes back. */
    static final String REASON = "原因";

    /** Of a file with one table. */
    private static final String SHEET = "退回";

    private static final MediaType XLSX =
            MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int WIDTH = 16;

    private final Imports imports;
    private final LeadImportDesk desk;

    LeadImportRefusals(Imports imports, LeadImportDesk desk) {
        this.imports = imports;
        this.desk = desk;
    }

    @GetMapping("/api/leads/imports/{id}/refused-rows.xlsx")
    Mono<ResponseEntity<byte[]>> refused(@PathVariable String id, Scope scope, Locale locale) {
        return imports.find(scope, id)
                .flatMap(process -> imports.refused(process)
                        .collectList()
                        .publishOn(Schedulers.boundedElastic())
                        .map(rows -> table(process, rows, desk.words(process, locale))))
                .map(bytes -> ResponseEntity.ok()
                        .contentType(XLSX)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                ContentDisposition.attachment()
                                        .filename("refused-rows.xlsx")
                                        .build()
                                        .toString())
                        .body(bytes));
    }

    private static byte[] table(ImportProcess process, List<StoredRow> rows, Words words) {
        Map<String, List<StoredRow>> sheets = new LinkedHashMap<>();
        rows.forEach(row -> sheets.computeIfAbsent(
                        Objects.requireNonNullElse(process.place(row.row()).sheet(), SHEET), _ -> new ArrayList<>())
                .add(row));
        if (sheets.isEmpty()) {
            sheets.put(SHEET, List.of());
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Iterator<String> names = sheets.keySet().iterator();
        String name = names.next();
        try (WorkbookWriter writer = TableWriter.xlsx(bytes, name)) {
            write(process, name, sheets, new Page(writer, words));
            while (names.hasNext()) {
                String next = names.next();
                writer.sheet(next);
                write(process, next, sheets, new Page(writer, words));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private record Page(TableWriter writer, Words words) {}

    /** As it was sent: each sheet with its own columns, so that what comes back is read as it was. */
    private static void write(ImportProcess process, String sheet, Map<String, List<StoredRow>> sheets, Page page)
            throws IOException {
        List<Integer> columns = IntStream.range(0, process.columns().size())
                .filter(at -> stands(process.columns().get(at), sheet))
                .boxed()
                .toList();
        List<TableWriter.Column> header = new ArrayList<>();
        columns.forEach(at ->
                header.add(new TableWriter.Column(process.columns().get(at).header(), WIDTH)));
        header.add(new TableWriter.Column(REASON, WIDTH * 4));
        page.writer().header(header);
        for (StoredRow row : sheets.getOrDefault(sheet, List.of())) {
            page.writer().row(values(columns, row, page.words()));
        }
    }

    private static boolean stands(ImportColumn column, String sheet) {
        return !column.header().equals(REASON)
                && (column.sheets() == null || column.sheets().contains(sheet));
    }

    private static List<String> values(List<Integer> columns, StoredRow row, Words words) {
        List<String> values = new ArrayList<>();
        columns.forEach(at -> values.add(at < row.cells().size() ? row.cells().get(at) : ""));
        values.add(row.reasons().stream().map(reason -> said(reason, words)).collect(Collectors.joining("；")));
        return values;
    }

    private static String said(ImportReason reason, Words words) {
        String message = words.of(reason).message();
        return reason.column() == null ? message : reason.column() + "：" + message;
    }
}
