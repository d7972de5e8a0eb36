package org.lodestone.platform.web;

import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.lodestone.platform.time.BusinessClock;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * JSON from outside: strictly UTF-8, no duplicate keys, at most 64 deep, nothing unknown, nothing coerced, and every mistake at once.
 * Messages of the parser never leave, since they name classes.
 */
public final class StrictJson {

    public static final int DEPTH = 64;

    private static final int STRING_LENGTH = 200_000;
    private static final int NUMBER_LENGTH = 40;
    private static final int NAME_LENGTH = 200;

    private final JsonMapper trees;
    private final JsonMapper records;
    private final BusinessClock clock;

    /** @param shared its modules are kept, its tolerance is not */
    public StrictJson(JsonMapper shared, BusinessClock clock) {
        this.clock = clock;
        JsonFactory factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(DEPTH)
                        .maxStringLength(STRING_LENGTH)
                        .maxNumberLength(NUMBER_LENGTH)
                        .maxNameLength(NAME_LENGTH)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
        this.trees = JsonMapper.builder(factory)
                .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build();
        this.records = shared.rebuild()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** @throws ValidationProblem naming everything that is wrong */
    public Object read(byte[] bytes, Type type) {
        JsonNode tree = tree(bytes);
        if (type instanceof Class<?> raw && raw.isAssignableFrom(tree.getClass())) {
            return tree;
        }
        return bind(tree, type, new ArrayList<>());
    }

    public JsonNode tree(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return Objects.requireNonNull(trees.readTree(text));
        } catch (CharacterCodingException e) {
            throw Problem.invalid(FieldProblem.of("", "utf-8"));
        } catch (StreamConstraintsException e) {
            throw Problem.invalid(FieldProblem.of("", "limits", DEPTH));
        } catch (JacksonException e) {
            throw Problem.invalid(malformed(e));
        }
    }

    /** Binds what fits, checks it, and refuses it with the given problems and its own. */
    <T> T bind(JsonNode tree, Type type, List<FieldProblem> problems) {
        problems.addAll(JsonShape.prune(tree, type));
        T value = convert(tree, type, problems);
        boolean later = value instanceof CheckedLater && problems.isEmpty();
        if (value instanceof Checked checked && !later) {
            Checks checks = new Checks(clock);
            checked.check(checks);
            checks.problems().stream()
                    .filter(problem -> isNews(problem, problems))
                    .toList()
                    .forEach(problems::add);
        }
        if (!problems.isEmpty()) {
            throw new ValidationProblem(problems);
        }
        return value;
    }

    private <T> T convert(JsonNode tree, Type type, List<FieldProblem> problems) {
        try {
            return Objects.requireNonNull(
                    records.readerFor(records.constructType(type)).readValue(tree));
        } catch (JacksonException | NullPointerException e) {
            if (problems.isEmpty()) {
                problems.add(FieldProblem.of("", "type.object"));
            }
            throw new ValidationProblem(problems);
        }
    }

    /** A field that could not be read is already named; that it is also missing needs no saying. */
    private static boolean isNews(FieldProblem problem, List<FieldProblem> known) {
        return known.stream()
                .map(FieldProblem::field)
                .noneMatch(field -> field.equals(problem.field())
                        || field.startsWith(problem.field() + ".")
                        || field.startsWith(problem.field() + "[")
                        || problem.field().startsWith(field + "."));
    }

    private static FieldProblem malformed(JacksonException e) {
        if (e instanceof StreamReadException read
                && read.processor() instanceof JsonParser parser
                && String.valueOf(e.getOriginalMessage()).startsWith("Duplicate")) {
            String name = parser.currentName();
            return FieldProblem.of(name == null ? "" : name, "duplicate-key");
        }
        return e.getLocation() == null
                ? FieldProblem.of("", "malformed")
                : FieldProblem.of(
                        "",
                        "malformed-at",
                        e.getLocation().getLineNr(),
                        e.getLocation().getColumnNr());
    }
}
