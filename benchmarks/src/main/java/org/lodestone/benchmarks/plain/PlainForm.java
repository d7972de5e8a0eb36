package org.lodestone.benchmarks.plain;

import static java.util.Map.entry;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The body, read strictly: nothing unknown, nothing coerced, every mistake at once. */
final class PlainForm {

    static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\p{Cs}\\u202a-\\u202e\\u2066-\\u2069&&[^\\n\\t]]");
    private static final int LONG = 4000;
    private static final int ITEMS = 50;

    private static final Rule OBJECT = new Rule("object", JsonNode::isObject);
    private static final Rule LIST = new Rule("array", node -> node.isArray() && node.size() <= ITEMS);
    private static final Rule NAME =
            new Rule("name", node -> isText(node, 200) && !node.stringValue().isBlank());
    private static final Rule TEXT = new Rule("text", node -> isText(node, LONG));
    private static final Rule CODE = matching("code", "[\\p{L}\\p{N}][\\p{L}\\p{N}._:-]{0,99}");
    private static final Rule DECIMAL = matching("decimal", "\\d{1,15}(\\.\\d{1,6})?");
    private static final Rule DATE = new Rule("date", node -> date(node) != null);
    private static final Rule PAST = new Rule("future", PlainForm::isPast);
    private static final Rule COUNT = new Rule("count", node -> node.isInt() && node.intValue() >= 0);
    private static final Rule UNIT = oneOf("CNY", "CNY_10K");
    private static final Rule FLAG = new Rule("boolean", JsonNode::isBoolean);

    private static final Map<String, Rule> RULES = Map.ofEntries(
            entry("zone", CODE),
            entry("park", CODE),
            entry("name", NAME),
            entry("investor", OBJECT),
            entry("investor.name", NAME),
            entry("investor.uscc", matching("uscc", "[0-9A-HJ-NP-RTUWXY]{18}")),
            entry("investor.region", CODE),
            entry("investor.country", CODE),
            entry("contacts", LIST),
            entry("contacts[]", OBJECT),
            entry("contacts[].name", NAME),
            entry("contacts[].title", NAME),
            entry("contacts[].phone", matching("phone", "[+0-9][0-9() -]{2,29}")),
            entry("contacts[].email", matching("email", "[^@\\s]{1,64}@[^@\\s]{1,190}")),
            entry("source", OBJECT),
            entry(
                    "source.channel",
                    oneOf("REFERRAL", "VISIT", "EVENT", "AGENT", "CHAIN_LEADER", "INBOUND", "PLATFORM", "OTHER")),
            entry("source.referrer", NAME),
            entry("source.note", TEXT),
            entry("receivedOn", PAST),
            entry("industry", CODE),
            entry("chain", CODE),
            entry("content", TEXT),
            entry("investment", OBJECT),
            entry("investment.planned", OBJECT),
            entry("investment.planned.value", DECIMAL),
            entry("investment.planned.unit", UNIT),
            entry("investment.unknown", FLAG),
            entry("needs", OBJECT),
            entry("needs.landMu", DECIMAL),
            entry("needs.floorM2", DECIMAL),
            entry("needs.powerKva", DECIMAL),
            entry("needs.environment", TEXT),
            entry("expected", OBJECT),
            entry("expected.output", OBJECT),
            entry("expected.output.value", DECIMAL),
            entry("expected.output.unit", UNIT),
            entry("expected.tax", OBJECT),
            entry("expected.tax.value", DECIMAL),
            entry("expected.tax.unit", UNIT),
            entry("expected.jobs", COUNT),
            entry("assignment", OBJECT),
            entry("assignment.owner", CODE),
            entry("assignment.department", NAME),
            entry("assignment.sponsor", CODE),
            entry("documents", LIST),
            entry("documents[]", OBJECT),
            entry("documents[].kind", oneOf("INTENT", "FRAMEWORK", "CONTRACT", "EVIDENCE")),
            entry("documents[].number", NAME),
            entry("documents[].on", PAST),
            entry("documents[].title", NAME),
            entry("siteOptions", LIST),
            entry("siteOptions[]", NAME),
            entry("keyTerms", TEXT),
            entry("tags", LIST),
            entry("tags[]", NAME),
            entry("nextAction", OBJECT),
            entry("nextAction.on", DATE),
            entry("nextAction.what", NAME));

    private static final List<String> NEEDED = List.of("/name", "/source/channel", "/receivedOn", "/zone");

    private PlainForm() {}

    private record Rule(String code, Predicate<JsonNode> holds) {}

    /** What was wrong, by field. */
    static final class Invalid extends RuntimeException {

        private static final long serialVersionUID = 1L;

        final transient Map<String, String> errors;

        Invalid(Map<String, String> errors) {
            super(errors.toString(), null, false, false);
            this.errors = errors;
        }
    }

    static JsonNode read(byte[] body) {
        JsonNode lead;
        try {
            lead = JSON.readTree(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(body))
                    .toString());
        } catch (CharacterCodingException | JacksonException e) {
            throw new Invalid(Map.of("", "malformed"));
        }
        Map<String, String> errors = new TreeMap<>();
        if (!lead.isObject()) {
            throw new Invalid(Map.of("", "object"));
        }
        check("", "", lead, errors);
        NEEDED.stream()
                .filter(path -> lead.at(path).isMissingNode())
                .forEach(path -> errors.putIfAbsent(path.substring(1).replace('/', '.'), "required"));
        if (!errors.isEmpty()) {
            throw new Invalid(errors);
        }
        return lead;
    }

    private static void check(String path, String rule, JsonNode node, Map<String, String> errors) {
        node.forEachEntry((name, value) -> checkOne(
                path.isEmpty() ? name : path + '.' + name, rule.isEmpty() ? name : rule + '.' + name, value, errors));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            checkOne(path + '[' + i + ']', rule + "[]", node.path(i), errors);
        }
    }

    private static void checkOne(String path, String name, JsonNode node, Map<String, String> errors) {
        Rule rule = RULES.get(name);
        if (rule == null) {
            errors.put(path, "unknown");
        } else if (!rule.holds.test(node)) {
            errors.put(path, rule.code);
        } else if (node.isContainer()) {
            check(path, name, node, errors);
        }
    }

    private static boolean isText(JsonNode node, int longest) {
        return node.isString()
                && node.stringValue().length() <= longest
                && !CONTROL.matcher(node.stringValue()).find();
    }

    private static Rule matching(String code, String pattern) {
        Pattern compiled = Pattern.compile(pattern);
        return new Rule(
                code,
                node -> node.isString() && compiled.matcher(node.stringValue()).matches());
    }

    private static Rule oneOf(String... values) {
        Set<String> known = Set.of(values);
        return new Rule("enum", node -> node.isString() && known.contains(node.stringValue()));
    }

    private static @Nullable LocalDate date(JsonNode node) {
        try {
            return node.isString() ? LocalDate.parse(node.stringValue()) : null;
        } catch (DateTimeException e) {
            return null;
        }
    }

    private static boolean isPast(JsonNode node) {
        LocalDate date = date(node);
        return date != null && !date.isAfter(LocalDate.now(CHINA));
    }

    /** GB 32100: the last of the eighteen is their check digit. Old codes that fail it are legal, so it only warns. */
    static boolean isValidUscc(String code) {
        String digits = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        int sum = 0;
        for (int i = 0, weight = 1; i < 17 && code.length() == 18; i++, weight = weight * 3 % 31) {
            sum += digits.indexOf(code.charAt(i)) * weight;
        }
        return code.length() == 18 && digits.charAt((31 - sum % 31) % 31) == code.charAt(17);
    }
}
