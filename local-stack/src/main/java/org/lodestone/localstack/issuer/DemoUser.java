package org.lodestone.localstack.issuer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Somebody who can log in here. The same people are in the directory of leads-service.
 *
 * @param id the user name, {@code sub} in tokens
 * @param zones GB/T 2260 codes, or {@code *}
 */
record DemoUser(String id, String name, String role, List<String> zones) {

    /** Everybody's; this issuer serves only the machine it runs on. */
    static final String PASSWORD = "lodestone";

    private record Place(String id, String name, String code) {}

    private static final List<Place> PLACES = List.of(
            new Place("changzhi", "长治", "140400"),
            new Place("qinshui", "沁水", "140521"),
            new Place("yangcheng", "阳城", "140522"),
            new Place("yuncheng", "运城", "140800"),
            new Place("yuanqu", "垣曲", "140827"));

    static Map<String, DemoUser> all() {
        return Stream.concat(
                        PLACES.stream().flatMap(DemoUser::of),
                        Stream.of(
                                new DemoUser("city", "市级招商主管", "city", List.of("*")),
                                new DemoUser("viewer", "观察员", "viewer", List.of("*")),
                                new DemoUser("admin", "系统管理员", "admin", List.of("*"))))
                .collect(Collectors.toMap(DemoUser::id, user -> user, (first, _) -> first, LinkedHashMap::new));
    }

    private static Stream<DemoUser> of(Place place) {
        List<String> zone = List.of(place.code());
        return Stream.of(
                new DemoUser("officer." + place.id(), place.name() + "招商专员", "officer", zone),
                new DemoUser("manager." + place.id(), place.name() + "部门负责人", "manager", zone),
                new DemoUser("leader." + place.id(), place.name() + "分管领导", "leader", zone));
    }

    /** The zones by the name used in user names and program names. */
    static Map<String, String> zonesByPlace() {
        return PLACES.stream().collect(Collectors.toMap(Place::id, Place::code));
    }
}
