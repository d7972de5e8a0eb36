package org.lodestone.leads.figure;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.FigureQuestion;
import org.lodestone.leads.lead.LeadFigure.Part;
import org.springframework.web.util.UriUtils;

/** Where the page shows what was counted: the cut-off is a moment, so that later moves do not change what is opened. */
record FigureLinks(FigureQuestion question, List<String> zones) {

    String open(Part part, @Nullable String key) {
        boolean whole = part == Part.DENOMINATOR && question.figure().isShare();
        return Stream.of(
                        parameter("figure", question.figure().code()),
                        parameter("part", part.code()),
                        parameter(
                                "by",
                                key == null || question.group() == null
                                        ? null
                                        : question.group().code()),
                        parameter("key", whole ? null : key),
                        parameter("from", question.period().from()),
                        parameter("to", question.period().to()),
                        parameter("asOf", question.period().at()),
                        parameter("zone", zones.isEmpty() ? null : String.join(",", zones)))
                .filter(Objects::nonNull)
                .collect(Collectors.joining("&", "/leads?", ""));
    }

    private static @Nullable String parameter(String name, @Nullable Object value) {
        return value == null ? null : name + '=' + UriUtils.encode(value.toString(), StandardCharsets.UTF_8);
    }
}
