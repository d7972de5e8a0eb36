package org.lodestone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Amount.Unit;
import tools.jackson.databind.json.JsonMapper;

class MergePatchTests {

    private static final JsonMapper JSON =
            JsonMapper.builder().addModule(new DecimalStrings()).build();

    private final StrictJson strict = new StrictJson(JSON, BusinessClock.fixed(Instant.parse("2026-11-23T02:00:00Z")));
    private final MergePatch patches = new MergePatch(JSON, strict);

    record Firm(@Nullable String name, @Nullable String region) {}

    record Entry(
            @Nullable String name,
            @Nullable Firm firm,
            @Nullable Amount planned,
            @Nullable List<String> tags) implements Checked {

        @Override
        public void check(Checks checks) {
            checks.required("name", name);
        }
    }

    private final Entry current =
            new Entry("old", new Firm("firm", "370100"), Amount.of("1.00", Unit.CNY_10K), List.of("a"));

    @Test
    void objectsMergeNullRemovesAndListsReplace() {
        assertThat(patch("{\"firm\":{\"region\":null},\"planned\":{\"value\":\"2\"},\"tags\":[\"b\",\"c\"]}"))
                .isEqualTo(new Entry("old", new Firm("firm", null), Amount.of("2", Unit.CNY_10K), List.of("b", "c")));
        assertThat(patch("{}")).isEqualTo(current);
    }

    @Test
    void everyMistakeIsNamedAtOnce() {
        assertThatThrownBy(() -> patch("""
                        {"zone":"1","version":2,"other":1,"name":null,"planned":{"value":7},"tags":"x","firm":{"x":1}}
                        """))
                .isInstanceOfSatisfying(
                        ValidationProblem.class,
                        problem -> assertThat(problem.problems())
                                .extracting(found -> found.field() + " " + found.code())
                                .containsExactlyInAnyOrder(
                                        "zone read-only",
                                        "version read-only",
                                        "other unknown-field",
                                        "name required",
                                        "planned.value type.decimal-string",
                                        "tags type.array",
                                        "firm.x unknown-field"));
    }

    @Test
    void aPatchIsAnObject() {
        assertThatThrownBy(() -> patch("[]")).isInstanceOf(ValidationProblem.class);
        assertThatThrownBy(() -> patch("null")).isInstanceOf(ValidationProblem.class);
    }

    private Entry patch(String json) {
        return patches.apply(strict.tree(json.getBytes(StandardCharsets.UTF_8)), current, Set.of("zone", "version"));
    }
}
