package org.lodestone.localstack.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.lodestone.localstack.supervisor.Complaint;
import org.lodestone.localstack.supervisor.Stack;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Loads the demo data through the public API as the administrator, who may bring history in. It passes every gate; what
 * a gate demands and nobody knows is marked 演示值. Loading again changes nothing.
 */
public final class DemoData {

    /** As many at a time as two cores can use. */
    private static final int AT_A_TIME = 3;

    private final Stack stack;
    private final Api admin;
    private final AtomicInteger loaded = new AtomicInteger();

    public DemoData(Stack stack) {
        this.stack = stack;
        this.admin = new Api(stack, "admin");
    }

    public void load() {
        List<DemoItem> items = items();
        LocalDate loadedOn = loadedOn();
        System.out.println("  demo data      " + items.size() + " leads and their projects");
        together(items.stream()
                .<Runnable>map(item -> () -> load(item, loadedOn, items.size()))
                .toList());
    }

    /** When one fails the others are broken off: where nothing answers any more, each of them would wait its whole patience. */
    static void together(List<Runnable> loads) {
        try (ExecutorService workers = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<Future<?>> running =
                    loads.stream().<Future<?>>map(workers::submit).toList();
            try {
                running.forEach(DemoData::await);
            } catch (Complaint failed) {
                workers.shutdownNow();
                throw failed;
            }
        }
    }

    private void load(DemoItem item, LocalDate loadedOn, int all) {
        History history = new History(item, loadedOn, DemoLead.moments(item) + DemoProject.moments(item));
        Answer lead = new DemoLead(item, history, admin).load();
        if (item.becomesProject()) {
            new DemoProject(item, lead.text("projectId"), history, admin).load();
        }
        int done = loaded.incrementAndGet();
        if (done % 10 == 0 || done == all) {
            System.out.printf("  demo data      %d of %d%n", done, all);
        }
    }

    private static void await(Future<?> running) {
        try {
            running.get();
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNull(e.getCause());
            throw new Complaint(
                    "The demo data could not be loaded: " + cause.getMessage()
                            + "\n./lodestone up tries again and goes on where it stopped; ./lodestone up --empty does without.");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Complaint("Interrupted; ./lodestone up goes on with the demo data.");
        }
    }

    static List<DemoItem> items() {
        JsonMapper json = JsonMapper.builder()
                .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                .build();
        try (InputStream in = Objects.requireNonNull(DemoData.class.getResourceAsStream("demo-data.json"))) {
            return json.readValue(in, new TypeReference<List<DemoItem>>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The day of the first attempt: histories are counted from it. */
    private LocalDate loadedOn() {
        Path file = stack.home().data("demo.day");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, LocalDate.now(History.ZONE).toString());
            }
            return LocalDate.parse(Files.readString(file).lines().collect(Collectors.joining()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
