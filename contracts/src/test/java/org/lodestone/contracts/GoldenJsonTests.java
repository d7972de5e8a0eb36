package org.lodestone.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of every event, which never change: topics are kept for ever. A new component may be added at the end of a record if it may be
 * absent; anything else is a new wire name with a golden file of its own.
 */
class GoldenJsonTests {

    /** As the events are written and read everywhere. */
    private static final JsonMapper JSON = JsonMapper.builder()
            .changeDefaultPropertyInclusion(inclusion -> inclusion.withValueInclusion(JsonInclude.Include.NON_NULL))
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    static Stream<Event> events() {
        return Examples.all().stream();
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsWrittenByteForByteAsItsGoldenFile(Event event) throws IOException {
        assertThat(new String(JSON.writeValueAsBytes(event), java.nio.charset.StandardCharsets.UTF_8))
                .isEqualTo(new String(golden(event), java.nio.charset.StandardCharsets.UTF_8));
        assertThat(JSON.writeValueAsBytes(event)).isEqualTo(golden(event));
    }

    @ParameterizedTest
    @MethodSource("events")
    void anEventIsReadBackFromItsGoldenFile(Event event) throws IOException {
        assertThat(JSON.readValue(golden(event), event.getClass())).isEqualTo(event);
    }

    @Test
    void everyWireNameHasAGoldenFile() {
        Set<String> shown = Examples.all().stream()
                .map(event -> EventTypes.nameOf(event.getClass()))
                .collect(Collectors.toSet());
        assertThat(shown).isEqualTo(EventTypes.all().keySet());
    }

    /** Said since the clocks of leads alert; older events have none. */
    @Test
    void aDeadlineMaySayWhenItTurnsRed() {
        Deadline deadline =
                Deadline.due("stage", Instant.parse("2026-11-25T10:00:00Z"), Instant.parse("2026-12-25T10:00:00.250Z"));
        String written =
                "{\"kind\":\"stage\",\"dueAt\":\"2026-11-25T10:00:00Z\",\"redAt\":\"2026-12-25T10:00:00.250Z\"}";
        assertThat(JSON.writeValueAsString(deadline)).isEqualTo(written);
        assertThat(JSON.readValue(written, Deadline.class)).isEqualTo(deadline);
    }

    @Test
    void aNewerWritersFieldIsPassedOver() {
        ChainChanged read = JSON.readValue(
                "{\"id\":\"c\",\"zone\":\"*\",\"name\":\"n\",\"nameEn\":\"e\",\"since\":2027}", ChainChanged.class);
        assertThat(read).isEqualTo(new ChainChanged("c", "*", "n", "e"));
    }

    private static byte[] golden(Event event) throws IOException {
        String name = "/golden/" + EventTypes.nameOf(event.getClass()) + ".json";
        try (@Nullable InputStream file = GoldenJsonTests.class.getResourceAsStream(name)) {
            assertThat(file).as(name).isNotNull();
            return file == null ? new byte[0] : file.readAllBytes();
        }
    }
}
