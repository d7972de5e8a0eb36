package org.lodestone.leads.document;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checks;

/** What is said about a file beside it, in the fields of the form it comes in. */
final class FileForm {

    static final Set<String> FIELDS = Set.of("kind", "title", "number", "on", "paper");

    private static final String KINDS =
            Arrays.stream(FileKind.values()).map(FileKind::name).collect(Collectors.joining(", "));

    private final Map<String, String> fields;
    private final Checks checks;

    private FileForm(Map<String, String> fields, Checks checks) {
        this.fields = fields;
        this.checks = checks;
    }

    /** @throws org.lodestone.platform.web.ValidationProblem with all that is wrong */
    static About read(Map<String, String> fields, String fileName, Lead lead, BusinessClock clock) {
        FileForm form = new FileForm(fields, new Checks(clock));
        About about = form.about(fileName, lead);
        form.checks.orThrow();
        return about;
    }

    private About about(String fileName, Lead lead) {
        fields.keySet().stream()
                .filter(name -> !FIELDS.contains(name))
                .forEach(name -> checks.add(name, "unknown-field"));
        String kind = text("kind");
        checks.required("kind", kind);
        if (kind != null
                && Arrays.stream(FileKind.values())
                        .noneMatch(known -> known.name().equals(kind))) {
            checks.add("kind", "type.enum", KINDS);
        }
        String title = text("title") == null ? untyped(fileName) : text("title");
        String number = text("number");
        checks.requiredName("title", title).name("number", number);
        LocalDate on = date();
        checks.notInFuture("on", on, lead.zone());
        String paper = text("paper");
        if (paper != null && lead.plan().documents().stream().noneMatch(known -> paper.equals(known.id()))) {
            checks.add("paper", "no-such-paper");
        }
        return new About(kind == null ? "" : kind, title == null ? "" : title, number, on, paper);
    }

    private @Nullable String text(String field) {
        String value = fields.get(field);
        return value == null || value.isBlank() ? null : value.strip();
    }

    private @Nullable LocalDate date() {
        String value = text("on");
        try {
            return value == null ? null : LocalDate.parse(value);
        } catch (DateTimeException e) {
            checks.add("on", "type.date");
            return null;
        }
    }

    private static String untyped(String fileName) {
        int dot = fileName.lastIndexOf('.');
        String bare = dot > 0 ? fileName.substring(0, dot) : fileName;
        int length = bare.codePointCount(0, bare.length());
        return length > Checks.NAME_LENGTH ? bare.substring(0, bare.offsetByCodePoints(0, Checks.NAME_LENGTH)) : bare;
    }
}
