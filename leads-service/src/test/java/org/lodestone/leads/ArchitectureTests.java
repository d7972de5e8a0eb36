package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThatNoException;

import org.junit.jupiter.api.Test;
import org.lodestone.platform.test.HouseRules;
import org.springframework.modulith.core.ApplicationModules;

class ArchitectureTests {

    @Test
    void keepsTheHouseRules() {
        assertThatNoException().isThrownBy(() -> HouseRules.check("org.lodestone.leads"));
    }

    @Test
    void itsModulesKeepTheirBounds() {
        assertThatNoException()
                .isThrownBy(() -> ApplicationModules.of(LeadsApplication.class).verify());
    }
}
