package org.lodestone.leads.ledger;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Function;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.codec.multipart.FilePart;
import org.springframework.http.codec.multipart.Part;
import org.springframework.stereotype.Component;
import org.springframework.util.MultiValueMap;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Takes a file out of a request, to a place where it can be read twice. */
@Component
class LeadImportUploads {

    static final long MOST_BYTES = 10L << 20;
    /** Headers and boundaries of the parts. */
    private static final long AROUND = 64L << 10;

    record Received(String name, Path file) {}

    /** The file is deleted afterwards. */
    <T> Mono<T> with(ServerWebExchange exchange, Function<Received, Mono<T>> use) {
        if (exchange.getRequest().getHeaders().getContentLength() > MOST_BYTES + AROUND) {
            return Mono.error(Problem.tooLarge(MOST_BYTES));
        }
        return exchange.getMultipartData()
                .onErrorMap(DataBufferLimitException.class, _ -> Problem.tooLarge(MOST_BYTES))
                .map(LeadImportUploads::file)
                .flatMap(part -> Mono.usingWhen(
                        fresh(),
                        file -> part.transferTo(file)
                                .then(Mono.fromCallable(() -> small(file)))
                                .subscribeOn(Schedulers.boundedElastic())
                                .flatMap(_ -> use.apply(new Received(name(part), file))),
                        file -> Mono.fromRunnable(() -> delete(file))));
    }

    private static FilePart file(MultiValueMap<String, Part> parts) {
        if (parts.getFirst("file") instanceof FilePart file) {
            return file;
        }
        throw Problem.invalid(FieldProblem.of("file", "required"));
    }

    private static Mono<Path> fresh() {
        return Mono.fromCallable(() -> Files.createTempFile("upload-", ".table"))
                .subscribeOn(Schedulers.boundedElastic());
    }

    private static Path small(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw Problem.tooLarge(MOST_BYTES);
        }
        return file;
    }

    /** For people to recognise; never a path of ours. */
    private static String name(FilePart part) {
        String name = part.filename().replaceAll(".*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
        return name.isBlank() ? "file" : LeadImportDraft.oneLine(name);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
