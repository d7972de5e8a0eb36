package org.lodestone.localstack.supervisor;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lodestone.localstack.BrokerProcess;
import org.lodestone.localstack.ChildProcess;
import org.lodestone.localstack.DatabaseProcess;
import org.lodestone.localstack.ReadyFile;
import org.lodestone.localstack.issuer.IssuerProcess;
import org.lodestone.localstack.mail.MailProcess;

/** What the services stand on. An address given by the environment wins; otherwise the embedded one is started. */
record Infrastructure(Home home, Ports ports, Map<String, String> environment) {

    static final String DATABASE = "database";
    static final String BROKER = "broker";
    static final String ISSUER = "issuer";
    static final String MAIL = "mail";

    List<ChildSpec> children() {
        List<ChildSpec> children = new ArrayList<>();
        if (given("KAFKA_BOOTSTRAP_SERVERS") == null) {
            children.add(broker());
        }
        if (given("MONGODB_URI") == null) {
            children.add(database());
        }
        if (given("OIDC_ISSUER_URI") == null) {
            children.add(issuer());
        }
        if (given("SPRING_MAIL_HOST") == null) {
            children.add(mail());
        }
        return children;
    }

    /** What is in use, in words. */
    Map<String, String> inWords() {
        return Map.of(
                DATABASE,
                inWords(
                        "MONGODB_URI",
                        "embedded mongo-java-server on 127.0.0.1:" + ports.of(DATABASE)
                                + " (for trial; production is a replica set)"),
                BROKER,
                inWords("KAFKA_BOOTSTRAP_SERVERS", "embedded Kafka (KRaft) on 127.0.0.1:" + ports.of(BROKER)),
                ISSUER,
                inWords("OIDC_ISSUER_URI", "embedded issuer on " + issuerUri()),
                MAIL,
                inWords("SPRING_MAIL_HOST", "embedded mail sink, to be read on " + mailViewer()));
    }

    private String inWords(String variable, String embedded) {
        @Nullable String address = given(variable);
        return address == null ? embedded : "from " + variable + ": " + address.replaceAll("//[^/@]*@", "//…@");
    }

    /** The connection string of one service's database. */
    String mongoUri(String database) {
        @Nullable String given = given("MONGODB_URI");
        return given == null
                ? "mongodb://127.0.0.1:" + ports.of(DATABASE) + "/" + database
                : MongoAddress.withDatabase(given, database);
    }

    String bootstrapServers() {
        @Nullable String given = given("KAFKA_BOOTSTRAP_SERVERS");
        return given == null ? "127.0.0.1:" + ports.of(BROKER) : given;
    }

    String issuerUri() {
        @Nullable String given = given("OIDC_ISSUER_URI");
        return given == null ? "http://127.0.0.1:" + ports.of(ISSUER) : given;
    }

    boolean issuerIsOurs() {
        return given("OIDC_ISSUER_URI") == null;
    }

    String mailHost() {
        @Nullable String given = given("SPRING_MAIL_HOST");
        return given == null ? "127.0.0.1" : given;
    }

    String mailPort() {
        return given("SPRING_MAIL_HOST") == null
                ? Integer.toString(ports.of(Ports.SMTP))
                : environment.getOrDefault("SPRING_MAIL_PORT", "25");
    }

    String mailViewer() {
        return "http://127.0.0.1:" + ports.of(MAIL);
    }

    private @Nullable String given(String variable) {
        String value = environment.get(variable);
        return value == null || value.isBlank() ? null : value;
    }

    private ChildSpec broker() {
        return own(
                BROKER,
                BrokerProcess.class,
                List.of("-Xmx384m", "-XX:TieredStopAtLevel=1"),
                List.of(Integer.toString(ports.of(BROKER)), Integer.toString(ports.of(Ports.BROKER_CONTROLLER))));
    }

    private ChildSpec database() {
        return own(DATABASE, DatabaseProcess.class, List.of("-Xmx512m"), List.of(Integer.toString(ports.of(DATABASE))));
    }

    private ChildSpec mail() {
        return own(
                MAIL,
                MailProcess.class,
                List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                List.of(Integer.toString(ports.of(Ports.SMTP)), Integer.toString(ports.of(MAIL))));
    }

    private ChildSpec issuer() {
        ChildSpec child = own(
                ISSUER,
                IssuerProcess.class,
                List.of("-Xmx128m", "-XX:TieredStopAtLevel=1"),
                List.of(Integer.toString(ports.of(ISSUER)), Integer.toString(ports.of(Services.GATEWAY))));
        URI readiness = URI.create(issuerUri() + "/oauth2/jwks");
        return new ChildSpec(ISSUER, child.port(), child.command(), Map.of(), readiness, Set.of());
    }

    private ChildSpec own(String name, Class<?> main, List<String> flags, List<String> arguments) {
        List<String> allFlags = new ArrayList<>(flags);
        allFlags.add("-D" + ReadyFile.PROPERTY + "=" + home.readyFile(name));
        List<String> allArguments = new ArrayList<>(List.of(home.data(name).toString()));
        allArguments.addAll(arguments);
        return new ChildSpec(
                name,
                ports.of(name),
                () -> ChildProcess.command(main, allFlags, allArguments),
                Map.of(),
                null,
                Set.of());
    }
}
