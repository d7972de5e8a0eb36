package org.lodestone.platform.imports;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.lodestone.platform.imports.Imports.Correction;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;

/** Whether what somebody says of a file can be, with everything that is wrong with it. */
final class ImportCheck {

    private ImportCheck() {}

    static void check(ImportProcess process, Correction by, ImportTarget target) {
        List<FieldProblem> problems = new ArrayList<>();
        if (!headings(process.columns()).equals(headings(by.columns()))) {
            problems.add(FieldProblem.of("columns", "other-headings"));
        } else {
            meanings(placed(process, by.columns()), target, problems);
        }
        sheets(process, by, problems);
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
    }

    /** Which sheets have a column is known of the file, whatever is said. */
    static List<ImportColumn> placed(ImportProcess process, List<ImportColumn> columns) {
        return IntStream.range(0, columns.size())
                .mapToObj(
                        at -> process.columns().get(at).meaning(columns.get(at).field()))
                .toList();
    }

    private static List<String> headings(List<ImportColumn> columns) {
        return columns.stream().map(ImportColumn::header).toList();
    }

    private static void meanings(List<ImportColumn> columns, ImportTarget target, List<FieldProblem> problems) {
        for (int i = 0; i < columns.size(); i++) {
            String field = columns.get(i).field();
            if (field != null && !target.fields().contains(field)) {
                problems.add(FieldProblem.of("columns[" + i + "].field", "unknown-column"));
            } else if (columns.subList(0, i).stream().anyMatch(columns.get(i)::clashesWith)) {
                problems.add(FieldProblem.of("columns[" + i + "].field", "column-twice"));
            }
        }
    }

    private static void sheets(ImportProcess process, Correction by, List<FieldProblem> problems) {
        List<String> asked = by.sheets();
        if (asked == null) {
            return;
        }
        List<ImportSheet> sheets = process.source().tables();
        List<String> known = sheets == null
                ? List.of()
                : sheets.stream().map(ImportSheet::name).toList();
        if (!known.containsAll(asked)) {
            problems.add(FieldProblem.of("sheets", "unknown-sheet", String.join("、", known)));
        } else if (asked.isEmpty()) {
            problems.add(FieldProblem.of("sheets", "required"));
        }
    }
}
