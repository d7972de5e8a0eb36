package org.lodestone.leads.myday;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class FoldingTests {

    @Test
    void aLongChineseLineIsBrokenByOctetsAndReadsAsBefore() {
        String line = "SUMMARY:" + "沁水县高端装备制造产业园".repeat(20);

        String folded = Folding.of(line);

        assertThat(folded.lines()).hasSizeGreaterThan(8).allMatch(part -> octets(part) <= 75);
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
    }

    @Test
    void aCharacterOfTwoHalvesStaysWhole() {
        for (int before = 0; before < 8; before++) {
            String line = "x".repeat(before) + "𠮷🏭".repeat(40);
            byte[] sent = Folding.of(line).getBytes(StandardCharsets.UTF_8);
            assertThat(new String(sent, StandardCharsets.UTF_8).replace("\r\n ", ""))
                    .isEqualTo(line + "\r\n");
        }
    }

    @Test
    void foldsOfTheLibraryAreUndone() {
        assertThat(Folding.of("A:12\r\n 34\r\nB:5\r\n")).isEqualTo("A:1234\r\nB:5\r\n");
    }

    private static int octets(String line) {
        return line.getBytes(StandardCharsets.UTF_8).length;
    }
}
