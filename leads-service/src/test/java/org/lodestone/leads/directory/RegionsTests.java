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

    @Test
    void aPlaceWithoutACodeIsInTheOneItLiesIn() {
        assertThat(Regions.code("安徽池州")).isEmpty();
        assertThat(Regions.around("安徽池州")).contains("340000");
        assertThat(Regions.around("江苏省昆山市")).contains("320000");
        assertThat(Regions.around("江苏苏州昆山")).contains("320500");
        assertThat(Regions.around("苏州工业园区")).contains("320500");
        assertThat(Regions.around("上海市浦东新区")).contains("310000");
        assertThat(Regions.around("山西省外")).isEmpty();
        assertThat(Regions.around("长三角")).isEmpty();
    }
}
