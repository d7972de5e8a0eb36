package org.lodestone.projects;

import org.junit.jupiter.api.Test;
import org.lodestone.platform.test.HouseRules;
import org.springframework.modulith.core.ApplicationModules;

class HouseTests {

    @Test
    void rulesOfTheHouseHold() {
        HouseRules.check("org.lodestone.projects");
    }

    @Test
    void featuresDependOnEachOtherInOneDirection() {
        ApplicationModules.of(ProjectsApplication.class).verify();
    }
}
