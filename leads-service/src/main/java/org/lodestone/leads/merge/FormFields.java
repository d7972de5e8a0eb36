package org.lodestone.leads.merge;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.platform.pipeline.Facts;
import org.lodestone.platform.web.Amount;

/** A lead's form field by field, by the wire's paths: {@code name}, {@code investor.uscc}, {@code needs.landMu}. */
final class FormFields {

    /** Merged element by element, so that nobody chooses between them. */
    private static final Set<String> LISTS = Set.of("contacts", "documents");

    private static final Set<String> NOT_OF_THE_LEAD = Set.of("zone", "at", "by");

    /** Their parts make sense together only: an amount or that it is unknown, a step and its date. */
    private static final Set<String> WHOLE = Set.of("investment", "nextAction");

    private static final RecordComponent[] COMPONENTS = LeadForm.class.getRecordComponents();

    /** What is chosen between, in the form's order. */
    static final List<String> PATHS = choosable().flatMap(FormFields::paths).toList();

    private FormFields() {}

    /** A path, a group of them, or a part of what is only chosen whole. */
    static boolean isChoice(String name) {
        return choosable()
                .anyMatch(component ->
                        component.getName().equals(name) || parts(component).contains(name));
    }

    /** What was chosen for a path: by itself, by its group, or by one of its parts. */
    static Optional<String> choice(String path, Map<String, String> choices) {
        int dot = path.indexOf('.');
        String group = dot < 0 ? path : path.substring(0, dot);
        Stream<String> names = choosable()
                .filter(component -> component.getName().equals(path))
                .flatMap(component -> parts(component).stream());
        return Stream.concat(Stream.of(path, group), names)
                .map(choices::get)
                .filter(Objects::nonNull)
                .findFirst();
    }

    static @Nullable Object value(LeadForm form, String path) {
        return Facts.of(form).value(path);
    }

    static boolean isBlank(@Nullable Object value) {
        return value == null || (value instanceof Collection<?> items && items.isEmpty());
    }

    /**
     * @param known forms whose groups are used as they are where they say the same: an empty group is not always an absent one
     * @param values by path; for contacts and documents by their names
     */
    static LeadForm form(List<LeadForm> known, Function<String, @Nullable Object> values) {
        return build(
                LeadForm.class,
                component -> isGroup(component) ? group(component, known, values) : values.apply(component.getName()));
    }

    private static @Nullable Object group(
            RecordComponent component, List<LeadForm> known, Function<String, @Nullable Object> values) {
        String name = component.getName();
        List<String> paths = paths(component).toList();
        List<@Nullable Object> parts =
                paths.stream().<@Nullable Object>map(values).toList();
        for (LeadForm form : known) {
            if (parts.equals(paths.stream()
                    .<@Nullable Object>map(path -> value(form, path))
                    .toList())) {
                return value(form, name);
            }
        }
        return build(component.getType().asSubclass(Record.class), part -> values.apply(name + "." + part.getName()));
    }

    private static <R extends Record> R build(Class<R> type, Function<RecordComponent, @Nullable Object> values) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        Object[] arguments = Arrays.stream(components).map(values).toArray();
        try {
            return type.getConstructor(types).newInstance(arguments);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a record has a constructor of its components", e);
        }
    }

    private static Stream<RecordComponent> choosable() {
        return Arrays.stream(COMPONENTS)
                .filter(component ->
                        !LISTS.contains(component.getName()) && !NOT_OF_THE_LEAD.contains(component.getName()));
    }

    private static Stream<String> paths(RecordComponent component) {
        return isGroup(component) ? parts(component).stream() : Stream.of(component.getName());
    }

    private static boolean isGroup(RecordComponent component) {
        return isRecord(component) && !WHOLE.contains(component.getName());
    }

    private static boolean isRecord(RecordComponent component) {
        return component.getType().isRecord() && component.getType() != Amount.class;
    }

    private static List<String> parts(RecordComponent component) {
        if (!isRecord(component)) {
            return List.of();
        }
        return Arrays.stream(component.getType().getRecordComponents())
                .map(part -> component.getName() + "." + part.getName())
                .toList();
    }
}
