package org.lodestone.localstack.demo;

import tools.jackson.databind.JsonNode;

/** What the gateway answered, and when, in {@link System#nanoTime}. */
record Answer(String request, int status, JsonNode body, long atNanos) {

    Answer expect(int expected) {
        if (status != expected) {
            throw new Failed(request + " answered " + status + " instead of " + expected + ": " + body);
        }
        return this;
    }

    String text(String field) {
        return body.path(field).asString("");
    }

    long version() {
        return body.path("version").asLong();
    }
}
