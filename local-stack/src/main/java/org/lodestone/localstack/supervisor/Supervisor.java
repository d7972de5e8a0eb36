package org.lodestone.localstack.supervisor;

import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The process behind {@code ./lodestone up}: parent of all others, in the background: {@code Supervisor PROJECT}. */
public final class Supervisor {

    /** Whoever uses is stopped before what it uses. */
    private static final List<Set<String>> STOP_ORDER = List.of(
            Set.of(Services.GATEWAY),
            Set.of(Services.LEADS, Services.PROJECTS, Services.NOTIFICATIONS),
            Set.of(Infrastructure.ISSUER, Infrastructure.MAIL, Infrastructure.BROKER),
            Set.of(Infrastructure.DATABASE));

    static final String NAME = "supervisor";

    private final List<ChildSpec> specs;
    private final List<Child> children;

    private Supervisor(Home home, List<ChildSpec> specs) {
        HttpClient http = HttpClient.newBuilder()
                .connectTimeout(Duration.ofSeconds(2))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
        this.specs = specs;
        this.children = specs.stream().map(spec -> new Child(spec, home, http)).toList();
    }

    public static void main(String[] arguments) throws InterruptedException {
        Home home = Home.ofEnvironment();
        Pid.of(ProcessHandle.current()).write(home.pidFile(NAME));
        Supervisor supervisor = new Supervisor(home, specs(home, Path.of(arguments[0])));
        Runtime.getRuntime().addShutdownHook(new Thread(supervisor::stop));
        supervisor.start();
        new CountDownLatch(1).await();
    }

    private static List<ChildSpec> specs(Home home, Path project) {
        Ports ports = Ports.kept(home);
        Infrastructure infrastructure = new Infrastructure(home, ports, System.getenv());
        List<ChildSpec> specs = new ArrayList<>(infrastructure.children());
        specs.addAll(new Services(project, home, ports, infrastructure).children());
        return specs;
    }

    private void start() {
        for (int i = 0; i < specs.size(); i++) {
            Child child = children.get(i);
            Set<String> after = specs.get(i).after();
            List<Child> predecessors = children.stream()
                    .filter(each -> after.contains(each.name()))
                    .toList();
            Thread.ofPlatform().name("keep-" + child.name()).daemon().start(() -> keepAlive(child, predecessors));
        }
    }

    private static void keepAlive(Child child, List<Child> predecessors) {
        try {
            child.keepAlive(predecessors);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            System.out.println(child.name() + " cannot be started: " + e.getMessage());
            Runtime.getRuntime().exit(1);
        }
    }

    private void stop() {
        for (Set<String> names : STOP_ORDER) {
            try (ExecutorService together = Executors.newVirtualThreadPerTaskExecutor()) {
                children.stream()
                        .filter(child -> names.contains(child.name()))
                        .forEach(child -> together.submit(child::stop));
            }
        }
    }
}
