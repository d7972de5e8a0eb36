package org.lodestone.localstack.supervisor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortsTests {

    @TempDir
    Path folder;

    private Home home;
    private String free;

    @BeforeEach
    void aFreePort() throws Exception {
        home = new Home(folder);
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            free = Integer.toString(socket.getLocalPort());
        }
    }

    @Test
    void areChosenOnceAndKept() {
        Ports first = Ports.choose(home, free);
        assertThat(first.byName().values()).hasSize(10).doesNotHaveDuplicates();
        assertThat(Ports.choose(home, null)).isEqualTo(first);
        assertThat(Ports.kept(home)).isEqualTo(first);
    }

    @Test
    void aTakenGatewayPortIsSaid() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThatExceptionOfType(Complaint.class)
                    .isThrownBy(() -> Ports.choose(home, Integer.toString(taken.getLocalPort())))
                    .withMessageContaining("is taken by another program");
        }
    }

    @Test
    void anInnerPortThatSomebodyTookIsReplaced() throws Exception {
        Ports first = Ports.choose(home, free);
        int leads = first.of(Services.LEADS);
        try (ServerSocket taken = new ServerSocket(leads, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            assertThat(Ports.choose(home, null).of(Services.LEADS)).isNotEqualTo(taken.getLocalPort());
        }
    }

    @Test
    void nonsenseIsRefused() {
        assertThatExceptionOfType(Complaint.class).isThrownBy(() -> Ports.choose(home, "http"));
        assertThatExceptionOfType(Complaint.class).isThrownBy(() -> Ports.choose(home, "70000"));
        assertThat(Files.exists(home.portsFile())).isFalse();
    }
}
