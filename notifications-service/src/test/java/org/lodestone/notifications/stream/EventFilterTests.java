package org.lodestone.notifications.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lodestone.notifications.stream.StreamEvent.Facts;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.security.Scope;

class EventFilterTests {

    private static final Facts LEAD =
            new Facts("lead.captured.v1", "140827", null, "L-1", "officer.yuanqu", null, null, "NEW", "copper-nickel");
    private static final Facts PROJECT = new Facts(
            "project.stage-changed.v1", "140522", "east", "P-1", null, "officer.yangcheng", "STARTED", null, null);

    @Test
    void withoutParametersEverythingIsWanted() {
        assertThat(EventFilter.everything().wants(LEAD)).isTrue();
        assertThat(EventFilter.everything().wants(PROJECT)).isTrue();
    }

    @Test
    void valuesAreAlternativesAndFieldsAreAllDemanded() {
        EventFilter filter = filter(Map.of("zone", List.of("140827,140522"), "stage", List.of("STARTED")));

        assertThat(filter.wants(PROJECT)).isTrue();
        assertThat(filter.wants(LEAD)).isFalse();
    }

    @Test
    void ownerMeansWhoeverIsResponsible() {
        assertThat(filter(Map.of("owner", List.of("me"))).wants(LEAD)).isTrue();
        assertThat(filter(Map.of("owner", List.of("me"))).wants(PROJECT)).isFalse();
        assertThat(filter(Map.of("owner", List.of("officer.yangcheng"))).wants(PROJECT))
                .isTrue();
    }

    @Test
    void filterIsNoAuthorization() {
        Scope scope = scope(Set.of("140522"), Set.of("west"));
        Subscription subscription = new Subscription(
                scope, filter(Map.of("zone", List.of("140827"))), true, false, false, Long.MAX_VALUE, () -> true);
        Subscription all =
                new Subscription(scope, EventFilter.everything(), true, false, false, Long.MAX_VALUE, () -> true);

        assertThat(subscription.wants(LEAD)).isFalse();
        assertThat(all.wants(LEAD)).isFalse();
        assertThat(all.wants(PROJECT)).as("another park of the zone").isFalse();
    }

    private static EventFilter filter(Map<String, List<String>> parameters) {
        return EventFilter.of(parameters, "officer.yuanqu");
    }

    private static Scope scope(Set<String> zones, Set<String> parks) {
        return new Scope("officer.yuanqu", "专员", Set.of(Role.OFFICER), zones, parks, Set.of(Right.READ));
    }
}
