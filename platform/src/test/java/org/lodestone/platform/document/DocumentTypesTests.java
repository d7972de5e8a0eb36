package org.lodestone.platform.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A file is what it contains, whatever it is called. */
class DocumentTypesTests {

    private final DocumentTypes types = new DocumentTypes();

    @TempDir
    private Path folder;

    private String type(String content, String name) throws IOException {
        Path file = folder.resolve("content");
        Files.write(file, content.getBytes(StandardCharsets.ISO_8859_1));
        return types.of(file, name);
    }

    @Test
    void aPdfIsAPdfUnderAnyName() throws IOException {
        assertThat(type("%PDF-1.7\n1 0 obj", "photo.png")).isEqualTo("application/pdf");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MZ\u0090\u0000\u0003\u0000\u0000\u0000 | intent.pdf",
                "<!DOCTYPE html><html><body>x</body></html> | intent.pdf",
                "<html><head></head></html> | notes.txt",
                "#!/bin/sh | notes.txt",
                "alert(1) | notes.js",
                "<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg> | map.svg",
                "<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/> | map.svg"
            })
    void whatRunsIsRefused(String content, String name) {
        assertThatThrownBy(() -> type(content, name)).isInstanceOf(DocumentProblem.WrongType.class);
    }

    @Test
    void aPictureThatRunsNothingIsKept() throws IOException {
        assertThat(type("<svg xmlns='http://www.w3.org/2000/svg'><rect/></svg>", "map.svg"))
                .isEqualTo("image/svg+xml");
    }
}
