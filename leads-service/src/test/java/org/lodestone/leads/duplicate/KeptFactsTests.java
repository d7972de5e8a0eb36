package org.lodestone.leads.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies beside a lead in the index is judged like the lead itself. */
class KeptFactsTests {

    @ParameterizedTest
    @ValueSource(strings = {"company-pairs.tsv", "company-pairs-blind.tsv"})
    void everyLabelledPairIsJudgedAlikeFromItsBytes(String file) throws IOException {
        for (LabelledPair pair : LabelledPair.read(Path.of("src/test/resources", file))) {
            Facts other = KeptFacts.read(KeptFacts.of(pair.other()));
            assertThat(Verdict.of(pair.one(), other)).as(pair.text()).isEqualTo(Verdict.of(pair.one(), pair.other()));
        }
    }

    @Test
    void noPhoneLiesInIt() {
        Facts facts = Facts.of("科宇新能源有限公司", null, "91140827MA0DEM013B", List.of("13912345678"), List.of());
        assertThat(new String(KeptFacts.of(facts), java.nio.charset.StandardCharsets.UTF_8))
                .contains("科宇")
                .doesNotContain("13912345678");
    }

    @Test
    void aPhoneOfThreeFirmsIsNobodys() {
        Facts one = firm("科宇新能源有限公司");
        Facts second = firm("翠翎铜业有限公司");
        Facts third = firm("龙腾镁业有限公司");

        assertThat(Verdict.of(one, second)).isNotNull();
        assertThat(Agents.without(one, List.of(second)).phones()).isNotEmpty();
        assertThat(Agents.without(one, List.of(second, third)).phones()).isEmpty();
        assertThat(Agents.without(one, List.of(second, second)).phones()).isNotEmpty();
    }

    private static Facts firm(String name) {
        return new Facts(org.lodestone.leads.investor.CompanyName.of(name), null, Set.of("13912345678"), Set.of());
    }
}
