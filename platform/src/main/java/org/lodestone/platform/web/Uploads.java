package org.lodestone.platform.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.FormFieldPart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes the one {@code file} out of a form, to a place where it can be read twice. */
public final class Uploads {

    /** Headers and boundaries of the parts. */
    private static final long AROUND = 64L << 10;

    /** Of a file's name; what is longer is cut, the ending stays. */
    private static final int NAME_LENGTH = 200;

    /**
     * @param name for people to recognise; never a path of ours
     * @param fields what else the form says
     */
    public record Received(String name, Path file, Map<String, String> fields) {}

    /**
     * The file is deleted afterwards.
     *
     * @param most bytes of the file
     */
    public <T> Mono<T> with(ServerWebExchange exchange, long most, Function<Received, Mono<T>> use) {
        if (exchange.getRequest().getHeaders().getContentLength() > most + AROUND) {
            return Mono.error(Problem.tooLarge(most));
        }
        return exchange.getMultipartData()
                .onErrorMap(DataBufferLimitException.class, _ -> Problem.tooLarge(most))
                .flatMap(parts -> received(parts, most, use));
    }

    private static <T> Mono<T> received(MultiValueMap<String, Part> parts, long most, Function<Received, Mono<T>> use) {
        FilePart part = file(parts);
        return Mono.usingWhen(
                fresh(),
                file -> part.transferTo(file)
                        .then(Mono.fromCallable(() -> small(file, most)))
                        .subscribeOn(Schedulers.boundedElastic())
                        .flatMap(_ -> use.apply(new Received(name(part), file, fields(parts)))),
                file -> Mono.fromRunnable(() -> delete(file)));
    }

    private static FilePart file(MultiValueMap<String, Part> parts) {
        List<Part> files = parts.getOrDefault("file", List.of());
        if (files.size() == 1 && files.getFirst() instanceof FilePart file) {
            return file;
        }
        throw Problem.invalid(FieldProblem.of("file", "required"));
    }

    private static Map<String, String> fields(MultiValueMap<String, Part> parts) {
        Map<String, String> fields = new LinkedHashMap<>();
        parts.toSingleValueMap().forEach((name, part) -> {
            if (part instanceof FormFieldPart field) {
                fields.put(name, field.value());
            }
        });
        return fields;
    }

    private static Mono<Path> fresh() {
        return Mono.fromCallable(() -> Files.createTempFile("upload-", ".part"))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Path small(Path file, long most) throws IOException {
        if (Files.size(file) > most) {
            throw Problem.tooLarge(most);
        }
        return file;
    }

    private static String name(FilePart part) {
        String name = part.filename()
                .replaceAll(".*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\\u2028\\u2029\\u202a-\\u202e\\u2066-\\u2069]", "")
                .strip();
        // Dots alone are a folder wherever it is kept.
        if (name.matches("\\.*")) {
            return "file";
        }
        int[] points = name.codePoints().toArray();
        return points.length <= NAME_LENGTH
                ? name
                : new String(points, 0, NAME_LENGTH - 20) + new String(points, points.length - 20, 20);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
