package org.lodestone.platform.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Compares a JSON tree with the record it is meant for, before binding: unlike a binder it does not stop at the first mistake. What does
 * not fit is named and taken out of the tree, so that the rest can still be bound and checked.
 */
final class JsonShape {

    /** Longer than any text the product keeps. */
    private static final int TEXT_LENGTH = 20_000;

    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,15}(\\.\\d{1,6})?");

    /** Control characters except tab and line breaks, unpaired surrogates, and marks that turn the direction of writing. */
    private static final Pattern CONTROL = Pattern.compile(
            "[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\ud800-\\udfff\\u202a-\\u202e\\u2066-\\u2069\\ufeff]");

    private static final Map<Class<?>, Map<String, Type>> COMPONENTS = new ConcurrentHashMap<>();

    private final List<FieldProblem> problems = new ArrayList<>();
    private final boolean partial;

    private JsonShape(boolean partial) {
        this.partial = partial;
    }

    /** What is wrong; empty if the tree fits. */
    static List<FieldProblem> prune(JsonNode tree, Type type) {
        return prune(tree, type, new JsonShape(false));
    }

    /** The same for a patch, where an amount may come in halves. */
    static List<FieldProblem> prunePatch(JsonNode tree, Type type) {
        return prune(tree, type, new JsonShape(true));
    }

    private static List<FieldProblem> prune(JsonNode tree, Type type, JsonShape shape) {
        if (!shape.fits("", tree, type) && shape.problems.isEmpty()) {
            shape.add("", "type.object");
        }
        return shape.problems;
    }

    /** By wire name. */
    static Map<String, Type> components(Class<?> type) {
        return COMPONENTS.computeIfAbsent(type, record -> {
            Map<String, Type> byName = new LinkedHashMap<>();
            for (RecordComponent component : record.getRecordComponents()) {
                JsonProperty named = component.getAccessor().getAnnotation(JsonProperty.class);
                String name = named == null || named.value().isEmpty() ? component.getName() : named.value();
                byName.put(name, component.getGenericType());
            }
            return byName;
        });
    }

    /** False if the node itself is of no use; problems inside it are noted and removed. */
    private boolean fits(String path, JsonNode node, Type type) {
        if (node.isNull()) {
            return !(type instanceof Class<?> raw && raw.isPrimitive()) || refuse(path, "required");
        }
        if (type instanceof ParameterizedType generic) {
            return fitsGeneric(path, node, generic);
        }
        if (!(type instanceof Class<?> raw)) {
            return true;
        }
        if (raw == Amount.class) {
            return fitsAmount(path, node);
        }
        if (raw.isRecord()) {
            return fitsRecord(path, node, raw);
        }
        if (raw.isEnum()) {
            return fitsEnum(path, node, raw);
        }
        return fitsPlain(path, node, raw);
    }

    private boolean fitsPlain(String path, JsonNode node, Class<?> type) {
        if (type == String.class) {
            return node.isString() ? clean(path, node.stringValue()) : refuse(path, "type.text");
        }
        if (type == boolean.class || type == Boolean.class) {
            return node.isBoolean() || refuse(path, "type.boolean");
        }
        if (type == int.class || type == Integer.class) {
            return (node.isIntegralNumber() && node.canConvertToInt()) || refuse(path, "type.integer");
        }
        if (type == long.class || type == Long.class) {
            return (node.isIntegralNumber() && node.canConvertToLong()) || refuse(path, "type.integer");
        }
        if (type == double.class || type == Double.class) {
            return node.isNumber() || refuse(path, "type.number");
        }
        if (type == BigDecimal.class) {
            return decimal(path, node);
        }
        if (type == Instant.class) {
            return parses(path, node, "type.instant", Instant::parse);
        }
        if (type == LocalDate.class) {
            return parses(path, node, "type.date", LocalDate::parse);
        }
        if (type == YearMonth.class) {
            return parses(path, node, "type.month", YearMonth::parse);
        }
        return true;
    }

    private boolean fitsRecord(String path, JsonNode node, Class<?> type) {
        if (!(node instanceof ObjectNode object)) {
            return refuse(path, "type.object");
        }
        Map<String, Type> components = components(type);
        for (String name : List.copyOf(object.propertyNames())) {
            Type component = components.get(name);
            if (component == null) {
                add(child(path, name), "unknown-field");
                object.remove(name);
            } else if (!fits(child(path, name), object.path(name), component)) {
                object.remove(name);
            }
        }
        return true;
    }

    private boolean fitsGeneric(String path, JsonNode node, ParameterizedType type) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] arguments = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return fitsItems(path, node, arguments[0]);
        }
        return !Map.class.isAssignableFrom(raw) || fitsEntries(path, node, arguments[1]);
    }

    private boolean fitsItems(String path, JsonNode node, Type type) {
        if (!(node instanceof ArrayNode array)) {
            return refuse(path, "type.array");
        }
        List<Integer> bad = new ArrayList<>();
        for (int i = 0; i < array.size(); i++) {
            String item = path + "[" + i + "]";
            if (array.path(i).isNull() ? refuse(item, "required") : fits(item, array.path(i), type)) {
                continue;
            }
            bad.add(i);
        }
        bad.reversed().forEach(i -> array.remove(i.intValue()));
        return true;
    }

    private boolean fitsEntries(String path, JsonNode node, Type type) {
        if (!(node instanceof ObjectNode object)) {
            return refuse(path, "type.object");
        }
        for (String name : List.copyOf(object.propertyNames())) {
            boolean safe = !name.isEmpty() && !name.startsWith("$") && name.indexOf('.') < 0 && isClean(name);
            if (!(safe ? fits(child(path, name), object.path(name), type) : refuse(child(path, name), "key"))) {
                object.remove(name);
            }
        }
        return true;
    }

    private boolean fitsEnum(String path, JsonNode node, Class<?> type) {
        List<String> literals = Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .toList();
        return (node.isString() && literals.contains(node.stringValue()))
                || refuse(path, "type.enum", String.join(", ", literals));
    }

    /** Both parts are looked at, and both are needed. */
    private boolean fitsAmount(String path, JsonNode node) {
        if (!(node instanceof ObjectNode object)) {
            return refuse(path, "type.amount");
        }
        int before = problems.size();
        object.propertyNames().stream()
                .filter(name -> !components(Amount.class).containsKey(name))
                .forEach(name -> add(child(path, name), "unknown-field"));
        if (present(child(path, "value"), object.path("value"))
                && decimal(child(path, "value"), object.path("value"))) {
            if (object.path("value").stringValue().startsWith("-")) {
                add(child(path, "value"), "negative");
            }
        }
        if (present(child(path, "unit"), object.path("unit"))) {
            fitsEnum(child(path, "unit"), object.path("unit"), Amount.Unit.class);
        }
        return problems.size() == before;
    }

    private boolean present(String path, JsonNode node) {
        boolean absent = node.isMissingNode() || node.isNull();
        if (absent && !partial) {
            add(path, "required");
        }
        return !absent;
    }

    private boolean decimal(String path, JsonNode node) {
        if (!node.isString()) {
            return refuse(path, node.isNumber() ? "type.decimal-string" : "type.decimal");
        }
        return DECIMAL.matcher(node.stringValue()).matches() || refuse(path, "type.decimal");
    }

    private boolean parses(String path, JsonNode node, String code, Consumer<String> parser) {
        if (!node.isString()) {
            return refuse(path, code);
        }
        try {
            parser.accept(node.stringValue());
            return true;
        } catch (DateTimeException e) {
            return refuse(path, code);
        }
    }

    private boolean clean(String path, String text) {
        if (text.length() > TEXT_LENGTH) {
            return refuse(path, "too-long", TEXT_LENGTH);
        }
        return isClean(text) || refuse(path, "control-character");
    }

    private static boolean isClean(String text) {
        return !CONTROL.matcher(text).find();
    }

    private boolean refuse(String path, String code, Object... arguments) {
        add(path, code, arguments);
        return false;
    }

    /** The name comes from the caller: shortened and cleaned, since it is shown again. */
    private void add(String path, String code, Object... arguments) {
        String shown = CONTROL.matcher(path).replaceAll("\ufffd");
        shown = shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
        problems.add(new FieldProblem(shown, code, null, List.of(arguments)));
    }

    private static String child(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
