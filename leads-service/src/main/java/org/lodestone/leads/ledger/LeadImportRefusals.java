package org.lodestone.leads.ledger;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.lodestone.leads.ledger.LeadImportView.Words;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.Imports;
import org.lodestone.platform.imports.StoredRow;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.table.TableWriter;
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
                .flatMap(process -> imports.refused(scope, id)
                        .collectList()
                        .publishOn(Schedulers.boundedElastic())
                        .map(rows -> table(process, rows, desk.words(locale))))
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
        java.io.ByteArrayOutputStream bytes = new java.io.ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xlsx(bytes, "退回")) {
            List<TableWriter.Column> columns = new ArrayList<>();
            process.columns().stream()
                    .map(column -> column.header())
                    .filter(header -> !header.equals(REASON))
                    .forEach(header -> columns.add(new TableWriter.Column(header, WIDTH)));
            columns.add(new TableWriter.Column(REASON, WIDTH * 4));
            writer.header(columns);
            for (StoredRow row : rows) {
                writer.row(values(process, row, words));
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static List<String> values(ImportProcess process, StoredRow row, Words words) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < process.columns().size(); i++) {
            if (!process.columns().get(i).header().equals(REASON)) {
                values.add(i < row.cells().size() ? row.cells().get(i) : "");
            }
        }
        values.add(row.reasons().stream().map(reason -> said(reason, words)).collect(Collectors.joining("；")));
        return values;
    }

    private static String said(ImportReason reason, Words words) {
        String message = words.of(reason).message();
        return reason.column() == null ? message : reason.column() + "：" + message;
    }
}
