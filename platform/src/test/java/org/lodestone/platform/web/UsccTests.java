package org.lodestone.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.platform.web.Uscc.Kind;

class UsccTests {

    @ParameterizedTest
    @ValueSource(strings = {"91140827MA0DEM013B", "91140522MA0DEM021E", " 91140827ma0dem013b "})
    void aRightCheckIsValid(String code) {
        assertThat(Uscc.kind(code)).isEqualTo(Kind.VALID);
    }

    @Test
    void aWrongCheckOnlyWarns() {
        assertThat(Uscc.kind("91140827MA0DEM0139")).isEqualTo(Kind.WRONG_CHECK);
    }

    @ParameterizedTest
    @ValueSource(strings = {"110101199003074514", "11010119900307451X", "142701200002290011"})
    void anIdentityCardNumberIsRecognised(String number) {
        assertThat(Uscc.kind(number)).isEqualTo(Kind.ID_CARD);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "9114", "91140827MA0DEM013I", "91140827MA0DEM013B0", "９1140827MA0DEM013B"})
    void anythingElseIsNoCode(String code) {
        assertThat(Uscc.kind(code)).isEqualTo(Kind.MALFORMED);
    }
}
