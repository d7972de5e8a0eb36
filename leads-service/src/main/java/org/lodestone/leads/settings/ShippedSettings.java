package org.lodestone.leads.settings;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Checks;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.json.JsonMapper;

/** What every zone begins with: {@code settings/zone-defaults.yaml}, held to the same rules as what an administrator writes. */
@Component
class ShippedSettings {

    private static final String FILE = "settings/zone-defaults.yaml";

    private final ZoneSettingsForm form;

    ShippedSettings(JsonMapper json, BusinessClock clock) {
        LoaderOptions options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        try (InputStream file = new ClassPathResource(FILE).getInputStream()) {
            Object tree = new Yaml(new SafeConstructor(options)).load(file);
            this.form = json.convertValue(tree, ZoneSettingsForm.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Checks checks = new Checks(clock);
        form.check(checks);
        checks.orThrow();
    }

    ZoneSettings of(String zone, long version, Instant at) {
        return form.of(zone, version, at, "system");
    }
}
