package org.lodestone.leads;

import org.junit.jupiter.api.Test;
import org.lodestone.platform.test.CommittedContract;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@ServiceTest
class ContractIT {

    @LocalServerPort
    private int port;

    @Test
    void nothingChangesUnnoticed() {
        CommittedContract.of("leads").isWhatIsPublishedAt(port);
    }
}
