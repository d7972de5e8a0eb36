package org.lodestone.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lodestone.system.Api.Answer;
import tools.jackson.databind.JsonNode;

/** Leads of one story, told apart from all others by a tag, so that a list of theirs holds nothing else. */
final class Tagged {

    static final String OFFICER = "officer.changzhi";
    static final String MANAGER = "manager.changzhi";
    static final String LEADER = "leader.changzhi";

    private final Stack stack;
    private final String place;
    private final String tag;
    private final List<String> ids = new ArrayList<>();

    Tagged(Stack stack, String tag) {
        this(stack, "changzhi", tag);
    }

    Tagged(Stack stack, String place, String tag) {
        this.stack = stack;
        this.place = place;
        this.tag = tag;
    }

    /** The officer's, and in the list when this returns. @param more of its body, each with a comma behind it */
    String lead(String name, String more) {
        String id = logged(name, more);
        settled();
        return id;
    }

    /** As {@link #lead}, for many: {@link #settled} waits for all of them. */
    String logged(String name, String more) {
        return logged("officer." + place, name, more);
    }

    String logged(String user, String name, String more) {
        Answer created = new Api(stack, user).postUntilAnswered("/api/leads", """
                {%s"name":"%s","source":{"channel":"VISIT"},"receivedOn":"2026-11-20","tags":["%s"]}""".formatted(more, name, tag));
        assertThat(created.status()).as("%s", created.body()).isEqualTo(201);
        String id = created.body().get("id").asString();
        ids.add(id);
        return id;
    }

    void settled() {
        Stack.await("the list shows all of " + tag, Duration.ofSeconds(60), () -> {
            JsonNode list = new Api(stack, "manager." + place)
                    .getUntilAnswered("/api/leads?limit=200&tag=" + tag)
                    .body();
            return ids.stream().allMatch(id -> list.toString().contains(id)) ? Optional.of(list) : Optional.empty();
        });
    }

    /** Where the page shows them. @param more of the address, each with an ampersand before it */
    String list(String more) {
        return stack.gateway() + "/leads?tag=" + tag + more;
    }

    JsonNode read(String id) {
        return new Api(stack, "manager." + place)
                .getUntilAnswered("/api/leads/" + id)
                .body();
    }

    /** Until the lead says so: what is done in bulk may take its time. */
    void says(String id, String pointer, String value) {
        Stack.await(pointer + " is " + value, Duration.ofSeconds(60), () -> {
            JsonNode lead = read(id);
            JsonNode at = lead.at(pointer);
            String said = at.isValueNode() ? at.asString() : at.toString();
            return said.equals(value) ? Optional.of(lead) : Optional.empty();
        });
    }
}
