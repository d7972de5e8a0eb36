package org.lodestone.localstack.supervisor;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which port is whose: chosen at the first start and kept, so that addresses and logins survive. */
public record Ports(Map<String, Integer> byName) {

    private static final int DEFAULT_GATEWAY = 8080;

    static final String BROKER_CONTROLLER = "broker-controller";
    static final String SMTP = "smtp";

    private static final Set<String> INTERNAL = Set.of(
            Services.LEADS,
            Services.PROJECTS,
            Services.NOTIFICATIONS,
            Infrastructure.ISSUER,
            Infrastructure.DATABASE,
            Infrastructure.BROKER,
            BROKER_CONTROLLER,
            Infrastructure.MAIL,
            SMTP);

    public int of(String name) {
        Integer port = byName.get(name);
        if (port == null) {
            throw new Complaint("Nothing was started here yet: ./lodestone up");
        }
        return port;
    }

    public static Ports kept(Home home) {
        Properties kept = new Properties();
        Home.read(home.portsFile()).ifPresent(content -> load(kept, content));
        Map<String, Integer> ports = new TreeMap<>();
        kept.stringPropertyNames().forEach(name -> ports.put(name, Integer.valueOf(kept.getProperty(name))));
        return new Ports(ports);
    }

    private static void load(Properties properties, String content) {
        try {
            properties.load(new StringReader(content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** To be called while nothing of ours runs. */
    static Ports choose(Home home, @Nullable String wishedGateway) {
        Map<String, Integer> ports = new TreeMap<>(kept(home).byName());
        ports.put(Services.GATEWAY, gateway(ports.get(Services.GATEWAY), wishedGateway));
        Set<Integer> used = new LinkedHashSet<>(ports.values());
        for (String name : INTERNAL) {
            Integer kept = ports.get(name);
            if (kept == null || !isFree(kept)) {
                ports.put(name, another(used));
            }
        }
        Home.write(
                home.portsFile(),
                ports.entrySet().stream()
                        .map(port -> port.getKey() + "=" + port.getValue())
                        .collect(Collectors.joining("\n", "", "\n")));
        return new Ports(ports);
    }

    private static int gateway(@Nullable Integer kept, @Nullable String wished) {
        int port = wished == null || wished.isBlank() ? (kept == null ? DEFAULT_GATEWAY : kept) : number(wished);
        if (!isFree(port)) {
            throw new Complaint("Port " + port + " is taken by another program. Choose one: PORT=" + (port + 10)
                    + " ./lodestone up");
        }
        return port;
    }

    private static int number(String wished) {
        if (!wished.matches("\\d{1,5}") || Integer.parseInt(wished) > 65535 || Integer.parseInt(wished) == 0) {
            throw new Complaint("PORT=" + wished + " is not a port number.");
        }
        return Integer.parseInt(wished);
    }

    private static int another(Set<Integer> used) {
        while (true) {
            try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
                if (used.add(socket.getLocalPort())) {
                    return socket.getLocalPort();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(loopback(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress loopback() {
        return InetAddress.ofLiteral("127.0.0.1");
    }
}
