package org.lodestone.platform.observability;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.boot.json.JsonWriter;

class MaskingTests {

    @Test
    void mobileNumbersAreMaskedHoweverTheyAreWritten() {
        assertThat(Masking.text("call 13812345678, or +86 139-1234-5678"))
                .isEqualTo("call 138****5678, or +86 139****5678");
    }

    @Test
    void identityCardNumbersAreMasked() {
        assertThat(Masking.text("id=11010119900307451X.")).isEqualTo("id=110101********451X.");
    }

    @Test
    void whatOnlyLooksLikeItStays() {
        String harmless =
                "trace 4bf92f3577b34da6a3ce929d0e0e4736 at 1763900000000, code 91140827MA0DEM013B, 12000000000";
        assertThat(Masking.text(harmless)).isEqualTo(harmless);
    }

    @Test
    void singleValuesAreMaskedForThoseWithoutTheRight() {
        assertThat(Masking.phone("13812345678")).isEqualTo("138****5678");
        assertThat(Masking.phone("0359-6021234")).isEqualTo("035****1234");
        assertThat(Masking.phone("110")).isEqualTo("****10");
        assertThat(Masking.phone("1")).isEqualTo("****");
        assertThat(Masking.email("someone@example.org")).isEqualTo("s****@example.org");
    }

    @Test
    void everyTextOfALogLineIsMasked() {
        JsonWriter<ch.qos.logback.classic.spi.ILoggingEvent> writer = JsonWriter.of(members -> {
            members.add("message", "phone 13812345678");
            new MaskedLogs().customize(members);
        });
        assertThat(writer.writeToString(new ch.qos.logback.classic.spi.LoggingEvent()))
                .isEqualTo("{\"message\":\"phone 138****5678\"}");
    }
}
