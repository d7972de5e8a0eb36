package org.lodestone.notifications;

import org.junit.jupiter.api.Test;
import org.lodestone.platform.test.CommittedContract;

class ContractIT extends RunningNotifications {

    @Test
    void nothingChangesUnnoticed() {
        CommittedContract.of("notifications").isWhatIsPublishedAt(port);
    }
}
