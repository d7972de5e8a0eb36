package org.lodestone.leads.duplicate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented pairs of firms, named as firms are: thresholds come from one half, figures from the other. */
class CompanyPairsTests {

    private static List<LabelledPair> pairs = List.of();

    @BeforeAll
    static void read() throws IOException {
        pairs = LabelledPair.read(Path.of("src/test/resources/company-pairs.tsv"));
    }

    @Test
    void pairsAreManyAndHard() {
        long different = pairs.stream().filter(pair -> !pair.same()).count();
        assertThat(pairs).hasSizeGreaterThanOrEqualTo(300);
        assertThat(different).isGreaterThanOrEqualTo(pairs.size() * 4L / 10);
        assertThat(pairs).doesNotHaveDuplicates();
    }

    @Test
    void otherHalfIsJudgedAsLabelled() {
        Tally tally = Tally.of(half(1));
        System.out.println("Duplicates, the half that was not tuned on: " + tally);
        tally.errors().forEach(System.out::println);
        assertThat(tally.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(tally.recall()).isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void pairsOfOtherHandsAreJudgedAsLabelled() throws IOException {
        Tally tally = Tally.of(LabelledPair.read(Path.of("src/test/resources/company-pairs-blind.tsv")));
        System.out.println("Duplicates, pairs of other hands, not unseen any more: " + tally);
        tally.errors().forEach(System.out::println);
        assertThat(tally.precision()).isGreaterThanOrEqualTo(0.95);
        assertThat(tally.recall()).isGreaterThanOrEqualTo(0.9);
    }

    /** What is judged to be one firm must come to be judged: each finds the other by a key of the index. */
    @ParameterizedTest
    @ValueSource(strings = {"company-pairs.tsv", "company-pairs-blind.tsv"})
    void whatIsTheSameSharesAKey(String file) throws IOException {
        for (LabelledPair pair : LabelledPair.read(Path.of("src/test/resources", file))) {
            if (Verdict.of(pair.one(), pair.other()) != null) {
                assertThat(Keys.kept(pair.one()))
                        .as(pair.text())
                        .containsAnyElementsOf(Keys.lookup(pair.other()).keySet());
                assertThat(Keys.kept(pair.other()))
                        .as(pair.text())
                        .containsAnyElementsOf(Keys.lookup(pair.one()).keySet());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"company-pairs.tsv", "company-pairs-blind.tsv"})
    void whicheverIsAskedAboutTheAnswerIsTheSame(String file) throws IOException {
        for (LabelledPair pair : LabelledPair.read(Path.of("src/test/resources", file))) {
            assertThat(Verdict.of(pair.other(), pair.one()))
                    .as(pair.text())
                    .isEqualTo(Verdict.of(pair.one(), pair.other()));
        }
    }

    /** No other threshold would do better on the half it was taken from. */
    @Test
    void thresholdIsTheBestOfItsHalf() {
        List<LabelledPair> tuned = half(0);
        double best = 0;
        for (int percent = 40; percent < 95; percent++) {
            best = Math.max(best, Tally.of(tuned, percent / 100.0).f1());
        }
        assertThat(Tally.of(tuned).f1()).isGreaterThanOrEqualTo(best - 0.01);
    }

    @Test
    void fileMayHaveCommasOrNoHeader(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("pairs.csv");
        Files.writeString(file, "\"科宇, 新能源\",科宇新能源,1\n科宇新能源,科宇置业,0,other trade\n", StandardCharsets.UTF_8);
        Tally tally = Tally.of(LabelledPair.read(file));
        assertThat(tally.found()).isEqualTo(1);
        assertThat(tally.toldApart()).isEqualTo(1);
    }

    private static List<LabelledPair> half(int which) {
        return pairs.stream().filter(pair -> hash(pair.text()) % 2 == which).toList();
    }

    private static long hash(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue() >> 3;
    }
}
