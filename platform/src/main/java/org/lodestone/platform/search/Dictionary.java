package org.lodestone.platform.search;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** Reads the word lists that come with libraries: a tenth of a second, where their own code takes two and a half to warm up. */
final class Dictionary {

    private Dictionary() {}

    static void lines(String resource, Consumer<String> line) {
        InputStream in = Dictionary.class.getResourceAsStream(resource);
        if (in == null) {
            throw new IllegalStateException("Missing on the class path: " + resource);
        }
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            reader.lines().forEach(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
