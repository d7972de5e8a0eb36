package org.lodestone.notifications.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.notifications.alert.Wording;
import org.lodestone.notifications.deadline.Watched.People;
import org.lodestone.notifications.inbox.Notification.Because;

class RuleTests {

    private static final People PEOPLE = new People("owner", "manager", "leader", List.of("watcher", "manager"));
    private static final People POOL = new People(null, "manager", null, List.of());

    @ParameterizedTest
    @ValueSource(strings = {"first-response", "assessment", "follow-up", "stage", "a-limit-of-a-zone"})
    void limitThatPassedConcernsEverybodyTheLeadNamesForTheirStrongestReason(String kind) {
        for (Light light : Light.values()) {
            assertThat(Rule.of(kind).recipients(PEOPLE, light))
                    .containsExactlyInAnyOrderEntriesOf(Map.of(
                            "leader", Because.SPONSOR,
                            "manager", Because.DEPARTMENT_LEAD,
                            "owner", Because.OWNER,
                            "watcher", Because.WATCHER));
        }
    }

    @Test
    void dateSomebodyPromisedConcernsThemFirstAndTheOthersWhenItIsLongPast() {
        assertThat(Rule.of("next-action").recipients(PEOPLE, Light.YELLOW)).containsOnlyKeys("owner");
        assertThat(Rule.of("next-action").recipients(PEOPLE, Light.RED))
                .containsOnlyKeys("leader", "manager", "owner", "watcher");
    }

    @ParameterizedTest
    @ValueSource(strings = {"registration-expiry", "registration-ended", "first-contact-clash:140522"})
    void registrationConcernsWhoeverHoldsItAndWhoHeadsTheDepartment(String kind) {
        assertThat(Rule.of(kind).recipients(PEOPLE, Light.YELLOW)).containsOnlyKeys("manager", "owner");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "start", "monthly-report"})
    void limitOfAProjectConcernsItsOfficerAndWhoWatchesAndOnceItIsVeryLateEverybody(String kind) {
        People people = new People("owner", "manager", "leader", List.of("watcher"));
        assertThat(Rule.ofProject(kind).recipients(people, Light.YELLOW))
                .isEqualTo(Map.of("owner", Because.OFFICER, "watcher", Because.WATCHER));
        assertThat(Rule.ofProject(kind).recipients(people, Light.RED))
                .isEqualTo(Map.of(
                        "leader", Because.SPONSOR,
                        "manager", Because.DEPARTMENT_LEAD,
                        "owner", Because.OFFICER,
                        "watcher", Because.WATCHER));
        assertThat(Rule.ofProject(kind).recipients(POOL, Light.YELLOW)).containsOnlyKeys("manager");
    }

    @ParameterizedTest
    @ValueSource(strings = {"stage", "start", "monthly-report", "limit"})
    void everyLimitOfAProjectHasWordsInBothLanguages(String kind) {
        said(Rule.ofProject(kind).name());
    }

    @Test
    void whatLiesInThePoolConcernsTheDepartmentsHead() {
        assertThat(Rule.of("stage").recipients(POOL, Light.RED)).containsOnlyKeys("manager");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "first-response",
                "assessment",
                "follow-up",
                "stage",
                "next-action",
                "revisit",
                "registration-expiry",
                "registration-ended",
                "first-contact-clash:140522"
            })
    void everyRuleHasWordsInBothLanguages(String kind) {
        said(Rule.of(kind).name());
    }

    private static void said(String rule) {
        Wording wording = new Wording();
        for (Locale language : List.of(Wording.CHINESE, Wording.ENGLISH)) {
            for (String part : List.of(".title", ".body")) {
                assertThat(wording.say(language, rule + part, "N", "L", "D", "O", "Z", "K"))
                        .doesNotContain("{")
                        .containsAnyOf("N", "D", "O");
            }
        }
        assertThat(wording.say(Wording.ENGLISH, rule + ".title", "N", "L"))
                .isNotEqualTo(wording.say(Wording.CHINESE, rule + ".title", "N", "L"));
    }
}
