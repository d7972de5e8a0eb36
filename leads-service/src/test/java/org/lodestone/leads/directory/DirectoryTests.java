package org.lodestone.leads.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.PersonChanged;
import org.lodestone.platform.time.WorkingCalendar;
import tools.jackson.databind.json.JsonMapper;

class DirectoryTests {

    private final Directory directory = new Directory(new DirectoryFiles(JsonMapper.shared()));

    @Test
    void fiveZonesEachHaveAnOfficerAManagerAndALeader() {
        assertThat(directory.zones())
                .extracting(Zone::id)
                .containsExactly("140400", "140521", "140522", "140800", "140827");
        for (String place : List.of("changzhi", "qinshui", "yangcheng", "yuncheng", "yuanqu")) {
            assertThat(directory.person("officer." + place)).isPresent();
            assertThat(directory.person("manager." + place)).isPresent();
            assertThat(directory.person("leader." + place)).isPresent();
        }
        assertThat(directory.person("city"))
                .hasValueSatisfying(city -> assertThat(city.worksIn("140827")).isTrue());
    }

    @Test
    void theHeadOfADepartmentIsTheOneOfItsZone() {
        assertThat(directory.heads("140827")).containsEntry("投资促进部", "manager.yuanqu");
        assertThat(directory.heads("140522")).containsEntry("投资促进部", "manager.yangcheng");
    }

    @Test
    void makeUpDaysAreWorkedAndHolidaysAreNot() {
        WorkingCalendar calendar = directory.calendar();

        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 14))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 2, 23))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 7))).isFalse();
        assertThat(calendar.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
        assertThat(calendar.addWorkingDays(LocalDate.of(2026, 9, 30), 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(calendar.isProvisional(LocalDate.of(2026, 10, 1))).isFalse();
        assertThat(calendar.isProvisional(LocalDate.of(2027, 10, 1))).isTrue();
    }

    @Test
    void anOlderEntryNeverReplacesANewerOne() {
        Entry shipped = Entry.of(person("旧名"));
        directory.put(new Entry(shipped.id(), 2, shipped.zone(), null, null, person("新名"), null, null, null));
        directory.put(shipped);

        assertThat(directory.person("officer.test"))
                .hasValueSatisfying(known -> assertThat(known.name()).isEqualTo("新名"));
    }

    @Test
    void aPersonIsAnnouncedWithTheAddressAlertsGoTo() {
        assertThat(Entry.of(person("某人")).announced("entered").event())
                .isInstanceOfSatisfying(PersonChanged.class, event -> {
                    assertThat(event.id()).isEqualTo("officer.test");
                    assertThat(event.zone()).isEqualTo("140827");
                    assertThat(event.email()).isEqualTo("test@lodestone.example");
                });
    }

    private static Person person(String name) {
        return new Person(
                "officer.test",
                name,
                List.of("officer"),
                List.of("140827"),
                null,
                "投资促进部",
                false,
                null,
                "test@lodestone.example",
                null);
    }
}
