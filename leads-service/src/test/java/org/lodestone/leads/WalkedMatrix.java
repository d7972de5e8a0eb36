package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.lodestone.platform.security.Role;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notes which roles asked for which path, and fails when a published path is asked for by less than all of them. */
@TestMethodOrder(OrderAnnotation.class)
abstract class WalkedMatrix {

    private static final Path PUBLISHED = Path.of("../docs/openapi/leads.json");

    /** Open to whoever has the key, the site or the address: no role is asked for. */
    private static final Set<String> OPEN = Set.of(
            "POST /api/intake/{source}",
            "GET /intake/{source}",
            "GET /intake/{source}/form",
            "GET /calendar/{secret}.ics");

    /** Method and path as it was asked for, and the roles it was asked with. */
    private static final Map<String, Set<Role>> ASKED = new ConcurrentHashMap<>();

    private static final Set<String> RAN = ConcurrentHashMap.newKeySet();

    protected final WebTestClient http;
    protected final Api api;
    protected final LeadPapers papers;

    WalkedMatrix(WebTestClient unwatched) {
        this.http = unwatched
                .mutate()
                .filter((request, next) -> {
                    note(request);
                    return next.exchange(request);
                })
                .build();
        this.api = new Api(http);
        this.papers = new LeadPapers(http);
    }

    private static void note(ClientRequest request) {
        String token = Objects.requireNonNullElse(request.headers().getFirst(HttpHeaders.AUTHORIZATION), "");
        String asked = request.method() + " " + request.url().getPath();
        ASKED.computeIfAbsent(asked, _ -> ConcurrentHashMap.newKeySet()).addAll(roles(token));
    }

    private static List<Role> roles(String bearer) {
        String[] parts = bearer.split("\\.");
        if (parts.length < 2) {
            return List.of();
        }
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        return JsonMapper.shared()
                .readTree(claims)
                .path("roles")
                .valueStream()
                .flatMap(role -> Role.of(role.asString()).stream())
                .toList();
    }

    @BeforeEach
    void runs(TestInfo test) {
        RAN.add(test.getTestMethod().map(Method::getName).orElse(""));
    }

    @Test
    @Order(Integer.MAX_VALUE)
    void everyPublishedPathIsAskedForByEveryRole() throws IOException {
        assumeThat(RAN).as("the whole matrix was walked").containsAll(tests());
        assertThat(operations()).containsAll(OPEN);
        Map<String, Set<Role>> missing = new TreeMap<>();
        for (String operation : operations()) {
            Set<Role> absent = EnumSet.allOf(Role.class);
            ASKED.forEach((asked, roles) -> {
                if (operationOf(asked).equals(operation)) {
                    absent.removeAll(roles);
                }
            });
            if (!absent.isEmpty() && !OPEN.contains(operation)) {
                missing.put(operation, absent);
            }
        }
        assertThat(missing).isEmpty();
    }

    private Set<String> tests() {
        Set<String> names = new TreeSet<>();
        for (Class<?> type = getClass(); type != null; type = type.getSuperclass()) {
            Stream.of(type.getDeclaredMethods())
                    .filter(method -> method.isAnnotationPresent(Test.class)
                            || method.isAnnotationPresent(ParameterizedTest.class))
                    .map(Method::getName)
                    .forEach(names::add);
        }
        return names;
    }

    private static List<String> operations() throws IOException {
        JsonNode paths =
                JsonMapper.shared().readTree(Files.readString(PUBLISHED)).path("paths");
        List<String> operations = new ArrayList<>();
        paths.properties()
                .forEach(path -> path.getValue()
                        .propertyNames()
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        return operations;
    }

    /** Of two templates that fit, the one with fewer variables. */
    private static String operationOf(String asked) {
        return Templates.ALL.stream()
                .filter(template -> asked.matches(template.replaceAll("\\{[^}]+}", "[^/]+")))
                .min(java.util.Comparator.comparingLong(
                        template -> template.chars().filter(c -> c == '{').count()))
                .orElse("");
    }

    private static final class Templates {
        private static final List<String> ALL = all();

        private static List<String> all() {
            try {
                return operations().stream().collect(Collectors.toList());
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        }
    }
}
