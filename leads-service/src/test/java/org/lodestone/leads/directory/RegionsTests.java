package org.lodestone.leads.directory;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTests {

    @ParameterizedTest
    @ValueSource(strings = {"320500", "320505", "140000", "140827"})
    void whatIsWrittenOutIsReadBackAsTheSamePlace(String code) {
        assertThat(Regions.precise(code).flatMap(Regions::code)).contains(code);
    }

    @Test
    void aCountyKeepsItsCodeBesideThePrefecture() {
        assertThat(Regions.precise("320505")).contains("江苏苏州（320505）");
        assertThat(Regions.precise("320500")).contains("江苏苏州");
        assertThat(Regions.code("江苏苏州(320505)")).contains("320505");
    }
}
