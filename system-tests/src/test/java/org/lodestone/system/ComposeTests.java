package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What docker-compose.yml promises the services, compared with what they declare: no container engine is needed for that. */
class ComposeTests {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Path ROOT = root();
    private static final JsonNode COMPOSE = yaml(text("docker-compose.yml"));
    private static final JsonNode REALM = JSON.readTree(text("deploy/keycloak/lodestone-realm.json"));

    private static final Map<String, String> MODULES = Map.of(
            "leads", "leads-service",
            "projects", "projects-service",
            "notifications", "notifications-service",
            "gateway", "gateway");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([A-Z][A-Z0-9_]*)");

    @Test
    void imagesAreThoseOfTheIntegrationTests() {
        String tests = "platform-test/src/main/java/org/lodestone/platform/test/";
        assertThat(service("mongo").get("image").asString()).isEqualTo(image(text(tests + "Databases.java")));
        assertThat(service("kafka").get("image").asString()).isEqualTo(image(text(tests + "Brokers.java")));
    }

    @Test
    void everyForeignImageHasAFixedVersion() {
        for (String name : Set.of("mongo", "kafka", "keycloak", "mailpit")) {
            assertThat(service(name).get("image").asString()).matches(".+:v?\\d+\\.\\d+(\\.\\d+)?");
        }
    }

    @Test
    void eachServiceIsBuiltFromTheOneDockerfileAndIsAModule() {
        List<String> modules = List.of(find(text("pom.xml"), "<module>([^<]+)</module>"));
        MODULES.forEach((name, module) -> {
            JsonNode build = service(name).get("build");
            assertThat(build.get("args").get("SERVICE").asString()).isEqualTo(module);
            assertThat(build.has("dockerfile")).isFalse();
            assertThat(modules).contains(module);
            assertThat(text("Dockerfile")).contains(module);
        });
        assertThat(text("Dockerfile")).contains("ARG SERVICE").contains("\nUSER lodestone\n");
    }

    @Test
    void onlyTheGatewayCanBeReached() {
        assertThat(services().filter(name -> service(name).has("ports"))).containsExactly("gateway");
        assertThat(services().filter(name -> service(name).has("network_mode"))).isEmpty();
        JsonNode published = service("gateway").get("ports");
        assertThat(published).hasSize(1);
        assertThat(published.get(0).asString())
                .startsWith("${LODESTONE_BIND:-127.0.0.1}:")
                .endsWith(":" + environment("gateway").get("PORT"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "projects", "notifications", "gateway"})
    void whatIsSetIsWhatTheServiceReads(String name) {
        Set<String> known = known(module(name));
        // Boot's own.
        known.addAll(Set.of("SERVER_PORT", "SPRING_PROFILES_ACTIVE"));
        assertThat(known).containsAll(environment(name).keySet());
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "projects", "notifications", "gateway"})
    void whatPointsElsewhereByDefaultIsSet(String name) {
        String configuration = configuration(module(name));
        Set<String> local = new TreeSet<>(List.of(find(
                configuration,
                "\\$\\{([A-Z][A-Z0-9_]*):[^}]*(?:127\\.0\\.0\\.1|localhost|lodestone\\.oidc\\.issuer-uri)")));
        assertThat(local).isNotEmpty();
        assertThat(environment(name).keySet()).containsAll(local);
    }

    @ParameterizedTest
    @ValueSource(strings = {"leads", "projects", "notifications"})
    void eachServiceHasADatabaseOfItsOwnInTheReplicaSet(String name) {
        String uri = environment(name).get("MONGODB_URI");
        String own = List.of(find(configuration(module(name)), "127\\.0\\.0\\.1:27017/(lodestone_\\w+)}"))
                .getFirst();
        assertThat(uri).contains("@mongo:27017/" + own + "?").contains("w=majority");
        String set = List.of(find(service("mongo").get("command").toString(), "--replSet (\\w+)"))
                .getFirst();
        assertThat(uri).contains("replicaSet=" + set);
        assertThat(service("mongo").get("healthcheck").get("test").toString()).contains("_id: \\\"" + set + "\\\"");
    }

    @Test
    void addressesLeadToServicesAndTheirPorts() {
        Map<String, String> gateway = environment("gateway");
        for (String name : List.of("leads", "projects", "notifications")) {
            assertThat(gateway.get(name.toUpperCase(Locale.ROOT) + "_URL"))
                    .isEqualTo("http://" + name + ":" + environment(name).get("SERVER_PORT"));
            String broker = environment(name).get("KAFKA_BOOTSTRAP_SERVERS");
            assertThat(environment("kafka").get("KAFKA_ADVERTISED_LISTENERS")).isEqualTo("PLAINTEXT://" + broker);
            assertThat(probe(name)).contains("/127.0.0.1/" + environment(name).get("SERVER_PORT"));
        }
        assertThat(environment("notifications")).containsEntry("SPRING_MAIL_HOST", "mailpit");
        assertThat(probe("gateway")).contains("/127.0.0.1/" + gateway.get("PORT"));
    }

    @Test
    void everyContainerIsCheckedAndWaitsForTheHealthyOnly() {
        services().forEach(name -> {
            assertThat(service(name).at("/healthcheck/test").isArray()).as(name).isTrue();
            for (Map.Entry<String, JsonNode> needed :
                    service(name).path("depends_on").properties()) {
                assertThat(COMPOSE.get("services").has(needed.getKey())).isTrue();
                assertThat(needed.getValue().get("condition").asString()).isEqualTo("service_healthy");
            }
        });
        MODULES.keySet().forEach(name -> assertThat(probe(name)).contains("GET /actuator/health/readiness "));
        assertThat(names(service("gateway").get("depends_on")))
                .containsExactlyInAnyOrder("leads", "projects", "notifications", "keycloak");
        for (String name : List.of("leads", "projects", "notifications")) {
            assertThat(names(service(name).get("depends_on"))).contains("mongo", "kafka");
        }
    }

    @Test
    void secretsComeFromTheEnvironmentAndAreAskedForByName() {
        String compose = text("docker-compose.yml");
        List<String> offered = List.of(find(text(".env.example"), "(?m)^([A-Z_]+)="));
        assertThat(new TreeSet<>(List.of(find(compose, "(?<!\\$)\\$\\{([A-Z_]+)"))))
                .isEqualTo(new TreeSet<>(offered));
        List<String> required = List.of(find(compose, "\\$\\{([A-Z_]+):\\?[^}]+}"));
        assertThat(List.of(find(text(".env.example"), "(?m)^([A-Z_]+)=$")))
                .isNotEmpty()
                .allMatch(required::contains);
        services()
                .forEach(name -> environment(name).forEach((variable, value) -> {
                    if (variable.matches(".*(SECRET|PASSWORD).*")) {
                        assertThat(value).as(variable).matches("\\$\\{[A-Z_]+(:\\?[^}]+)?}");
                    }
                }));
    }

    @Test
    void tokensAreIssuedAndCheckedUnderThePublicAddressAndKeysFetchedInside() {
        Map<String, String> keycloak = environment("keycloak");
        assertThat(keycloak)
                .containsEntry("KC_HOSTNAME", "${LODESTONE_PUBLIC_URL}" + keycloak.get("KC_HTTP_RELATIVE_PATH"));
        String realm = keycloak.get("KC_HTTP_RELATIVE_PATH") + "/realms/"
                + REALM.get("realm").asString();
        MODULES.keySet().forEach(name -> {
            assertThat(environment(name).get("OIDC_ISSUER_URI"))
                    .matches("\\$\\{LODESTONE_PUBLIC_URL(:\\?[^}]+)?}" + realm);
            assertThat(environment(name).get("OIDC_JWK_SET_URI")).startsWith("http://keycloak:8080" + realm + "/");
        });
        Map<String, String> gateway = environment("gateway");
        assertThat(gateway.get("OIDC_AUTHORIZATION_URI")).startsWith("${LODESTONE_PUBLIC_URL}" + realm);
        assertThat(gateway.get("OIDC_END_SESSION_URI")).startsWith("${LODESTONE_PUBLIC_URL}" + realm);
        assertThat(gateway.get("OIDC_TOKEN_URI")).startsWith(gateway.get("IDENTITY_URL") + realm);
        assertThat(gateway).containsEntry("SPRING_PROFILES_ACTIVE", "compose");
        assertThat(text("gateway/src/main/java/org/lodestone/gateway/login/ProxiedProviderConfiguration.java"))
                .contains("\"" + realm + "/**\"");
    }

    @Test
    void theRealmIsImportedAndKnowsTheGateway() {
        assertThat(service("keycloak").get("command").toString()).contains("--import-realm");
        assertThat(service("keycloak").get("volumes").toString())
                .contains("./deploy/keycloak/lodestone-realm.json:/opt/keycloak/data/import/");
        JsonNode client = client();
        assertThat(client.get("clientId").asString())
                .isEqualTo(environment("gateway").get("OIDC_CLIENT_ID"));
        assertThat(client.get("publicClient").asBoolean()).isFalse();
        assertThat(client.get("directAccessGrantsEnabled").asBoolean()).isFalse();
        assertThat(client.at("/attributes/pkce.code.challenge.method").asString())
                .isEqualTo("S256");
        assertThat(texts(client.get("redirectUris")))
                .containsExactly("${LODESTONE_PUBLIC_URL}/login/oauth2/code/lodestone");
        assertThat(texts(client.get("defaultClientScopes"))).contains("profile");
        Set<String> placeholders =
                new TreeSet<>(List.of(find(text("deploy/keycloak/lodestone-realm.json"), PLACEHOLDER.pattern())));
        assertThat(environment("keycloak").keySet()).containsAll(placeholders);
    }

    @Test
    void tokensOfTheRealmCarryTheAudienceAndTheClaimsTheServicesRead() {
        assertThat(mapper("audience", "included.custom.audience"))
                .isEqualTo(List.of(find(text("gateway/src/main/resources/application.yml"), "audience: (\\w+)"))
                        .getFirst());
        for (String claim : List.of("audience", "sub", "name", "roles", "zones", "parks")) {
            assertThat(mapper(claim, "access.token.claim")).isEqualTo("true");
        }
        for (String claim : List.of("sub", "roles", "zones", "parks")) {
            assertThat(mapper(claim, "claim.name")).isEqualTo(claim);
        }
        for (String claim : List.of("roles", "zones", "parks")) {
            assertThat(mapper(claim, "multivalued")).isEqualTo("true");
        }
        assertThat(mapper("sub", "user.attribute")).isEqualTo("username");
    }

    @Test
    void peopleOfTheRealmAreThoseOfTheDirectory() {
        JsonNode directory = JSON.readTree(text("leads-service/src/main/resources/directory/people.json"));
        Map<String, String> known = StreamSupport.stream(directory.spliterator(), false)
                .collect(Collectors.toMap(person -> person.get("id").asString(), ComposeTests::described));
        Map<String, String> users = StreamSupport.stream(REALM.get("users").spliterator(), false)
                .collect(Collectors.toMap(
                        user -> user.get("username").asString(),
                        user -> user.get("firstName").asString()
                                + texts(user.get("realmRoles"))
                                + texts(user.at("/attributes/zones"))));
        assertThat(users).isEqualTo(known).hasSize(18);
        assertThat(names(REALM.get("roles"))).containsExactly("realm");
    }

    @Test
    void noPasswordIsWrittenDown() {
        for (JsonNode user : REALM.get("users")) {
            assertThat(user.at("/credentials/0/value").asString()).isEqualTo("${LODESTONE_DEMO_PASSWORD}");
        }
        assertThat(client().get("secret").asString()).isEqualTo("${OIDC_CLIENT_SECRET}");
        assertThat(List.of(find(text(".env.example"), "(?m)^[A-Z_]*(?:SECRET|PASSWORD)=(.*)$")))
                .containsOnly("");
        assertThat(text(".gitignore")).contains("\n.env\n");
        assertThat(text(".dockerignore")).contains("\n.env\n");
    }

    private static String described(JsonNode person) {
        return person.get("name").asString() + texts(person.get("roles")) + texts(person.get("zones"));
    }

    private static JsonNode client() {
        return REALM.get("clients").get(0);
    }

    private static String mapper(String name, String setting) {
        for (JsonNode mapper : client().get("protocolMappers")) {
            if (mapper.get("name").asString().equals(name)) {
                return mapper.get("config").path(setting).asString();
            }
        }
        throw new AssertionError("no mapper " + name);
    }

    private static String module(String service) {
        return Objects.requireNonNull(MODULES.get(service));
    }

    private static JsonNode service(String name) {
        return COMPOSE.get("services").get(name);
    }

    private static Stream<String> services() {
        return names(COMPOSE.get("services")).stream();
    }

    private static Set<String> names(JsonNode object) {
        return new LinkedHashSet<>(object.propertyNames());
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(item -> texts.add(item.asString()));
        return texts;
    }

    private static String probe(String name) {
        return service(name).at("/healthcheck/test").toString();
    }

    private static Map<String, String> environment(String name) {
        return service(name).path("environment").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().asString()));
    }

    /** Placeholders of its configuration, and what binds to the properties it or the platform declares. */
    private static Set<String> known(String module) {
        Set<String> known = new TreeSet<>(List.of(find(configuration(module), PLACEHOLDER.pattern())));
        if (!module.equals("gateway")) {
            known.addAll(bound("platform"));
        }
        known.addAll(bound(module));
        return known;
    }

    private static String configuration(String module) {
        String own = Stream.of("application.yml", "application-compose.yml")
                .map(file -> ROOT.resolve(module).resolve("src/main/resources").resolve(file))
                .filter(Files::exists)
                .map(ComposeTests::text)
                .collect(Collectors.joining("\n"));
        return module.equals("gateway") ? own : own + "\n" + text("platform/src/main/resources/platform.yml");
    }

    /** {@code @ConfigurationProperties("lodestone.index") record …(Path dir)} is set by {@code LODESTONE_INDEX_DIR}. */
    private static Set<String> bound(String module) {
        Pattern declared = Pattern.compile(
                "@ConfigurationProperties\\(\"([a-z.-]+)\"\\)\\s+(?:public )?record \\w+\\((.*?)\\)\\s*\\{",
                Pattern.DOTALL);
        try (Stream<Path> sources = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
            return sources.filter(file -> file.toString().endsWith(".java"))
                    .flatMap(file -> declared.matcher(text(file)).results())
                    .flatMap(record -> Pattern.compile("(\\w+)\\s*(?:,|$)")
                            .matcher(record.group(2))
                            .results()
                            .map(component -> variable(record.group(1) + "." + component.group(1))))
                    .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String variable(String property) {
        return property.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT);
    }

    private static String image(String source) {
        return List.of(find(source, "DockerImageName\\.parse\\(\"([^\"]+)\"\\)"))
                .getFirst();
    }

    /** The first group of every match. */
    private static String[] find(String text, String pattern) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(ComposeTests::first)
                .toArray(String[]::new);
    }

    private static String first(MatchResult match) {
        return match.group(1);
    }

    private static JsonNode yaml(String text) {
        Object tree = new Yaml().load(text);
        return JSON.valueToTree(tree);
    }

    private static String text(String file) {
        return text(ROOT.resolve(file));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The project's folder, from wherever the tests run in it. */
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("docker-compose.yml"))) {
            folder = Objects.requireNonNull(folder.getParent(), "docker-compose.yml is missing");
        }
        return folder;
    }
}
