package org.lodestone.leads.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.ValidationProblem;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** The page an agency embeds: plain HTML that needs no script, and says which sites may frame it. */
@Component
class IntakePage {

    private static final Pattern PLACE = Pattern.compile("\\$\\{([a-z.A-Z]+)}");

    private final MessageSource messages;
    private final String form;
    private final String thanks;

    IntakePage(MessageSource messages) {
        this.messages = messages;
        this.form = read("intake/form.html");
        this.thanks = read("intake/thanks.html");
    }

    ResponseEntity<Object> form(IntakeSource source, Locale locale) {
        return answer(HttpStatus.OK, source, filled(source, locale, JsonNodeFactory.instance.objectNode(), Map.of()));
    }

    /** What was typed, with what is wrong about it. */
    ResponseEntity<Object> again(IntakeSource source, JsonNode typed, ValidationProblem problem, Locale locale) {
        Map<String, String> errors = problem.problems().stream()
                .collect(Collectors.toMap(FieldProblem::field, one -> words(one, locale), (first, _) -> first));
        return answer(HttpStatus.BAD_REQUEST, source, filled(source, locale, typed, errors));
    }

    ResponseEntity<Object> thanks(IntakeSource source, String reference, Locale locale) {
        Map<String, String> values = new HashMap<>(Map.of("reference", reference, "lang", tag(locale)));
        return answer(HttpStatus.ACCEPTED, source, put(thanks, name -> value(name, values, locale)));
    }

    private String filled(IntakeSource source, Locale locale, JsonNode typed, Map<String, String> errors) {
        Map<String, String> values = new HashMap<>();
        values.put("source", source.id());
        values.put("name", source.name());
        values.put("lang", tag(locale));
        List<String> known = List.of("company", "contact", "phone", "email", "content", "amount", "consent");
        for (String field : known) {
            values.put("typed." + field, typed.path(field).asString(""));
            values.put("error." + field, errors.getOrDefault(field, ""));
        }
        values.put("error", errors.isEmpty() ? "" : messages.getMessage("intake.form.wrong", null, locale));
        return put(form, name -> value(name, values, locale));
    }

    private String value(String name, Map<String, String> values, Locale locale) {
        String value = values.get(name);
        return HtmlUtils.htmlEscape(value == null ? messages.getMessage("intake.form." + name, null, locale) : value);
    }

    private String words(FieldProblem problem, Locale locale) {
        String words = messages.getMessage(
                "field." + problem.code(), problem.arguments().toArray(), problem.code(), locale);
        return words == null ? problem.code() : words;
    }

    private static String put(String template, UnaryOperator<String> value) {
        return PLACE.matcher(template).replaceAll(place -> Matcher.quoteReplacement(value.apply(place.group(1))));
    }

    /** Framed by the sites of the allow-list alone, and able to send to where it came from alone. */
    private static ResponseEntity<Object> answer(HttpStatus status, IntakeSource source, String html) {
        String ancestors = source.origins().isEmpty() ? "'none'" : String.join(" ", source.origins());
        return ResponseEntity.status(status)
                .contentType(new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8))
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; base-uri 'none'; frame-ancestors "
                                + ancestors)
                .header("Referrer-Policy", "strict-origin")
                .header("X-Content-Type-Options", "nosniff")
                .header("Cache-Control", "no-store")
                .body(html);
    }

    private static String tag(Locale locale) {
        return locale.getLanguage().equals("en") ? "en" : "zh-CN";
    }

    private static String read(String path) {
        try {
            return new ClassPathResource(path).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
