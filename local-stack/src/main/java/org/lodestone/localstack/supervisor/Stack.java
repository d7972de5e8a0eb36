package org.lodestone.localstack.supervisor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The whole of it as it is, or was last, started. */
public record Stack(Path project, Home home, Ports ports) {

    public static Stack last(Path project) {
        Home home = Home.ofEnvironment();
        return new Stack(project, home, Ports.kept(home));
    }

    public String gateway() {
        return "http://127.0.0.1:" + ports.of(Services.GATEWAY);
    }

    public String mailViewer() {
        return infrastructure().mailViewer();
    }

    public String bootstrapServers() {
        return infrastructure().bootstrapServers();
    }

    /** The connection string of one service's database. */
    public String mongoUri(String database) {
        return infrastructure().mongoUri(database);
    }

    Infrastructure infrastructure() {
        return new Infrastructure(home, ports, System.getenv());
    }

    List<ChildSpec> children() {
        List<ChildSpec> children = new ArrayList<>(infrastructure().children());
        children.addAll(services().children());
        return children;
    }

    /** Says at once what is not built, before anything is started. */
    void unpack() {
        services().unpack();
    }

    private Services services() {
        return new Services(project, home, ports, infrastructure());
    }
}
