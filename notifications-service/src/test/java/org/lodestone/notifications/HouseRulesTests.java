package org.lodestone.notifications;

import org.junit.jupiter.api.Test;
import org.lodestone.platform.test.HouseRules;
import org.springframework.modulith.core.ApplicationModules;

class HouseRulesTests {

    @Test
    void rulesOfTheHouseHold() {
        HouseRules.check("org.lodestone.notifications");
    }

    @Test
    void packagesKeepToTheirDoors() {
        ApplicationModules.of(NotificationsApplication.class).verify();
    }
}
