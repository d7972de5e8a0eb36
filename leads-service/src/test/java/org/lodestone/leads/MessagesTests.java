package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said is said once, and in both languages: of two sentences under one key the later silently wins. */
class MessagesTests {

    private static final Path FOLDER = Path.of("src/main/resources");

    @Test
    void eachSentenceStandsOnceAndInBothLanguages() throws IOException {
        List<String> chinese = keys("messages.properties");
        List<String> english = keys("messages_en.properties");

        assertThat(chinese).isNotEmpty().doesNotHaveDuplicates();
        assertThat(english).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(chinese);
    }

    @Test
    void noneTakesTheWordsOfThePlatform() throws IOException {
        assertThat(keys("messages.properties"))
                .doesNotContainAnyElementsOf(
                        keys("../../../../platform/src/main/resources/messages-platform.properties"));
    }

    private static List<String> keys(String file) throws IOException {
        return Files.readAllLines(FOLDER.resolve(file)).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.substring(0, line.indexOf('=')).strip())
                .toList();
    }
}
