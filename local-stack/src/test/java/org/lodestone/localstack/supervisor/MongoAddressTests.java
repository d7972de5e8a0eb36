package org.lodestone.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MongoAddressTests {

    @ParameterizedTest
    @CsvSource({
        "mongodb://h:1, mongodb://h:1/d",
        "mongodb://h:1/, mongodb://h:1/d",
        "mongodb://h:1/other, mongodb://h:1/d",
        "mongodb://u:p@h1:1;h2:2/other?replicaSet=rs&w=majority, mongodb://u:p@h1:1;h2:2/d?replicaSet=rs&w=majority",
        "mongodb+srv://h?ssl=true, mongodb+srv://h/d?ssl=true",
    })
    void eachServiceGetsItsOwnDatabase(String given, String expected) {
        assertThat(MongoAddress.withDatabase(given, "d")).isEqualTo(expected);
    }

    @Test
    void anythingElseIsRefusedInASentence() {
        assertThatExceptionOfType(Complaint.class)
                .isThrownBy(() -> MongoAddress.withDatabase("localhost:27017", "d"))
                .withMessageContaining("MONGODB_URI");
    }
}
