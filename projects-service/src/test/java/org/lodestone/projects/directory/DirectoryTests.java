package org.lodestone.projects.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.PersonChanged;

class DirectoryTests {

    private final Directory directory = new Directory();

    private static PersonChanged person(String id, String... zones) {
        return new PersonChanged(
                id, zones[0], "专员", List.of("OFFICER"), List.of(zones), null, null, false, null, null, null);
    }

    @Test
    void whileNobodyWasAnnouncedNobodyIsAStranger() {
        assertThat(directory.isStranger("officer.yuanqu", "140827")).isFalse();
    }

    @Test
    void whoWorksElsewhereOrNowhereIsAStranger() {
        directory.learn(person("officer.yuanqu", "140827"));
        directory.learn(person("city", "*"));
        assertThat(directory.isStranger("officer.yuanqu", "140827")).isFalse();
        assertThat(directory.isStranger("city", "140827")).isFalse();
        assertThat(directory.isStranger("officer.yuanqu", "140522")).isTrue();
        assertThat(directory.isStranger("nobody", "140827")).isTrue();
    }
}
