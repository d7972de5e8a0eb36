package org.lodestone.localstack.supervisor;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The product itself: three services and the gateway, from their jars. */
record Services(Path project, Home home, Ports ports, Infrastructure infrastructure) {

    static final String LEADS = "leads";
    static final String PROJECTS = "projects";
    static final String NOTIFICATIONS = "notifications";
    static final String GATEWAY = "gateway";

    private static final String LEADS_MODULE = "leads-service";
    private static final String PROJECTS_MODULE = "projects-service";
    private static final String NOTIFICATIONS_MODULE = "notifications-service";

    private static final String VERSION = "0.1.0-SNAPSHOT";

    List<ChildSpec> children() {
        return List.of(
                service(LEADS, LEADS_MODULE),
                service(PROJECTS, PROJECTS_MODULE),
                service(NOTIFICATIONS, NOTIFICATIONS_MODULE),
                child(GATEWAY, GATEWAY, gatewayEnvironment(), Set.of()));
    }

    void unpack() {
        Stream.of(LEADS_MODULE, PROJECTS_MODULE, NOTIFICATIONS_MODULE, GATEWAY).forEach(this::app);
    }

    private ChildSpec service(String name, String module) {
        return child(name, module, serviceEnvironment(name), running(Infrastructure.DATABASE, Infrastructure.BROKER));
    }

    private Set<String> running(String... names) {
        Set<String> embedded = new HashSet<>();
        infrastructure.children().forEach(child -> embedded.add(child.name()));
        embedded.retainAll(Set.of(names));
        return embedded;
    }

    private ChildSpec child(String name, String module, Map<String, String> environment, Set<String> after) {
        int port = ports.of(name);
        URI readiness = URI.create("http://127.0.0.1:" + port + "/actuator/health/readiness");
        return new ChildSpec(name, port, () -> command(module), environment, readiness, after);
    }

    /**
     * Small and quick to start: the second compiler would take the cores from everybody else's start (62 s instead of 35 s
     * for all on two cores). What {@code LODESTONE_JAVA_OPTIONS} says comes last and so wins.
     */
    private List<String> command(String module) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-XX:MaxDirectMemorySize=64m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Dfile.encoding=UTF-8",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"));
        String wished = infrastructure.environment().getOrDefault("LODESTONE_JAVA_OPTIONS", "");
        Stream.of(wished.split(" ")).filter(each -> !each.isBlank()).forEach(command::add);
        command.addAll(List.of("-jar", app(module).toString()));
        return command;
    }

    private Path app(String module) {
        Path jar = project.resolve(module).resolve("target").resolve(module + "-" + VERSION + ".jar");
        if (!Files.exists(jar)) {
            throw new Complaint(module + " is not built: " + jar + " is missing.");
        }
        return AppFolder.of(home, module, jar);
    }

    private Map<String, String> serviceEnvironment(String name) {
        Map<String, String> environment = common(name);
        environment.put("MONGODB_URI", infrastructure.mongoUri("lodestone_" + name));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", infrastructure.bootstrapServers());
        environment.put("SPRING_MAIL_HOST", infrastructure.mailHost());
        environment.put("SPRING_MAIL_PORT", infrastructure.mailPort());
        environment.put("LODESTONE_CLOCK_FILE", home.clockFile().toString());
        environment.put("LODESTONE_INDEX_DIR", home.data("index-" + name).toString());
        environment.put("LODESTONE_PUBLIC_URL", "http://127.0.0.1:" + ports.of(GATEWAY));
        return environment;
    }

    private Map<String, String> gatewayEnvironment() {
        Map<String, String> environment = common(GATEWAY);
        environment.put("PORT", Integer.toString(ports.of(GATEWAY)));
        for (String service : List.of(LEADS, PROJECTS, NOTIFICATIONS)) {
            environment.put(service.toUpperCase(Locale.ROOT) + "_URL", "http://127.0.0.1:" + ports.of(service));
        }
        if (infrastructure.issuerIsOurs()) {
            environment.put("OIDC_CLIENT_SECRET", home.issuer().webSecret());
        }
        return environment;
    }

    private Map<String, String> common(String name) {
        return new TreeMap<>(Map.of(
                "SERVER_PORT", Integer.toString(ports.of(name)),
                "SERVER_ADDRESS", "127.0.0.1",
                "OIDC_ISSUER_URI", infrastructure.issuerUri()));
    }
}
