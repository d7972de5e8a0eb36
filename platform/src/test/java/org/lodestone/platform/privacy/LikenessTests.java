package org.lodestone.platform.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LikenessTests {

    private static final String NUMBER = "13939098027";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "13939098027",
                "139 3909 8027",
                "139-3909-8027",
                "139\u30003909\u30008027",
                "139\u00a03909\u00a08027",
                "139—3909—8027",
                "+86 139 3909 8027",
                "+8613939098027",
                "8613939098027",
                "0086-13939098027",
                "(+86)13939098027",
                "１３９３９０９８０２７",
                "＋８６\u3000１３９\u3000３９０９\u3000８０２７",
                "８６１３９３９０９８０２７"
            })
    void aNumberIsFoundHoweverItWasTypedInATextAndAsked(String typed) {
        Likeness asked = new Likeness(new Person(List.of(NUMBER), List.of(), List.of(), null));

        assertThat(asked.identifies("电话" + typed + "，下周再打")).isTrue();
        assertThat(asked.without("电话" + typed + "，下周再打", false))
                .startsWith("电话")
                .endsWith(Likeness.MARK + "，下周再打")
                .doesNotContain("3909")
                .doesNotContain("３９０９");
        assertThat(Likeness.digits(typed)).isEqualTo(NUMBER);
        Likeness typedSo = new Likeness(new Person(List.of(typed), List.of(), List.of(), null));
        assertThat(typedSo.identifies(NUMBER)).isTrue();
    }

    @Test
    void aNumberThatIsPartOfALongerOneIsSomethingElse() {
        Likeness asked = new Likeness(new Person(List.of(NUMBER), List.of(), List.of(), null));

        assertThat(asked.identifies("合同号" + NUMBER + "1")).isFalse();
        assertThat(asked.identifies("合同号1" + NUMBER)).isFalse();
    }
}
