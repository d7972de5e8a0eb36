package org.lodestone.leads.directory;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.lodestone.leads.Api;
import org.lodestone.leads.settings.FirstSettings;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Tokens;
import org.springframework.context.ApplicationContext;

/**
 * A zone that nobody else has, with an officer, a manager at the head of its department, and a leader: what a test counts, lists or sets in
 * it is its own, whatever ran before.
 */
public final class OwnZone {

    private static final AtomicInteger OPENED = new AtomicInteger(990_000);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final String id;
    private final DirectoryService directory;

    private OwnZone(String id, DirectoryService directory) {
        this.id = id;
        this.directory = directory;
    }

    public static OwnZone in(ApplicationContext service) {
        DirectoryService directory = service.getBean(DirectoryService.class);
        OwnZone zone = new OwnZone(Integer.toString(OPENED.incrementAndGet()), directory);
        enter(directory, Entry.of(new Zone(zone.id, zone.id + "开发区", "Zone", "Asia/Shanghai", "cn-development-zone")));
        for (Role role : List.of(Role.OFFICER, Role.MANAGER, Role.LEADER)) {
            enter(directory, Entry.of(zone.person(role)));
        }
        FirstSettings.of(zone.id, service);
        return zone;
    }

    private static void enter(DirectoryService directory, Entry entry) {
        directory
                .put(entry, Command.ofSystem("test:" + entry.id(), "system", Instant.now()))
                .block(PATIENCE);
    }

    private Person person(Role role) {
        boolean head = role == Role.MANAGER;
        List<String> roles = List.of(role.claim());
        return new Person(name(role), name(role), roles, List.of(id), null, "投资促进部", head, null, null, null);
    }

    public String id() {
        return id;
    }

    /** As the directory knows them, e.g. {@code officer.990001}. */
    public String name(Role role) {
        return role.claim() + '.' + id;
    }

    public String officer() {
        return as(Role.OFFICER);
    }

    public String manager() {
        return as(Role.MANAGER);
    }

    /** A park of it. */
    public String park() {
        String park = "park-" + id;
        enter(directory, Entry.of(new Park(park, id, id + "园区", "Park")));
        return park;
    }

    /** The token of its officer, manager or leader; of somebody of every zone for the other roles. */
    public String as(Role role) {
        return switch (role) {
            case OFFICER, MANAGER, LEADER -> token(name(role), role);
            case CITY, VIEWER, ADMIN -> Api.as(role);
        };
    }

    /** Of somebody who works in it. */
    public String token(String person, Role role) {
        return Tokens.of(person, role, id);
    }

    /** A lead as an officer hears of it. */
    public String lead(String name) {
        return Api.lead(name).replace(Api.YUANQU, id);
    }
}
