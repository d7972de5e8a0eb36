package org.lodestone.leads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.CloudEvent;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.PublishedEvents;
import org.lodestone.platform.test.ServiceTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@ServiceTest
class DirectoryIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Api api;

    @Autowired
    DirectoryIT(WebTestClient http) {
        this.api = new Api(http);
    }

    @Test
    void whatIsShippedIsAnnounced() throws Exception {
        assertThat(PublishedEvents.on(Topics.DIRECTORY)
                        .await("person:manager.yuanqu", PATIENCE, events -> !events.isEmpty()))
                .isNotEmpty()
                .allSatisfy(event -> assertThat(event.type()).isEqualTo("person.changed.v1"));
    }

    @Test
    void officersReadItWithoutAddresses() {
        Answer people = api.get(Api.officer(), "/api/directory/people");

        assertThat(people.texts("items", "id"))
                .contains("manager.yuanqu", "city")
                .doesNotContain("officer.yangcheng");
        assertThat(people.body().path("items").valueStream())
                .filteredOn(person -> person.path("id").asString().equals("manager.yuanqu"))
                .allMatch(person -> !person.has("email"));
        assertThat(api.get(Api.officer(), "/api/directory/zones").texts("items", "id"))
                .contains("140400", "140521", "140522", "140800", "140827");
        assertThat(api.get(Api.officer(), "/api/directory/chains").texts("items", "id"))
                .contains("copper-nickel");
        assertThat(api.get(Api.officer(), "/api/directory/parks").texts("items", "zone"))
                .containsOnly("140827");
        assertThat(api.get(Api.officer(), "/api/directory/calendar").texts("items", "year"))
                .startsWith("2026", "2027");
    }

    @Test
    void anAdministratorChangesPeopleAndCalendars() throws Exception {
        String admin = Api.as(Role.ADMIN);
        String path = "/api/directory/people/officer.second";
        Answer first = api.put(
                admin, path, "{\"name\":\"二号专员\",\"roles\":[\"officer\"],\"zones\":[\"140827\"],\"head\":false}");
        Answer second = api.put(
                admin, path, "{\"name\":\"改名专员\",\"roles\":[\"officer\"],\"zones\":[\"140827\"],\"head\":false}");

        assertThat(first.status()).isEqualTo(200);
        assertThat(second.text("/name")).isEqualTo("改名专员");
        assertThat(PublishedEvents.on(Topics.DIRECTORY)
                        .await("person:officer.second", PATIENCE, events -> events.size() >= 2))
                .extracting(CloudEvent::sequence)
                .contains(1L, 2L);
        assertThat(api.get(Api.officer(), "/api/directory/people").texts("items", "name"))
                .contains("改名专员");
        Answer year = api.put(
                admin,
                "/api/directory/calendar/2028",
                "{\"holidays\":[\"2028-01-01\"],\"workdays\":[],\"provisional\":true}");
        assertThat(year.body().path("year").asInt()).isEqualTo(2028);
        assertThat(api.put(
                                admin,
                                "/api/directory/calendar/2028",
                                "{\"holidays\":[\"2027-01-01\"],\"provisional\":true}")
                        .status())
                .isEqualTo(400);
    }
}
