package org.lodestone.leads.directory;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The directory a new installation begins with: the files in {@code directory/} on the class path. */
@Component
class DirectoryFiles {

    private final JsonMapper json;

    DirectoryFiles(JsonMapper json) {
        this.json = json;
    }

    List<Entry> entries() {
        return Stream.of(
                        read("zones", Zone.class, Entry::of),
                        read("parks", Park.class, Entry::of),
                        read("chains", Chain.class, Entry::of),
                        read("calendar", WorkingYear.class, Entry::of),
                        read("people", Person.class, Entry::of))
                .flatMap(List::stream)
                .toList();
    }

    private <T> List<Entry> read(String name, Class<T> type, Function<T, Entry> entry) {
        try (InputStream file = new ClassPathResource("directory/" + name + ".json").getInputStream()) {
            List<T> rows = json.readerForListOf(type).readValue(file);
            return rows.stream().map(entry).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
