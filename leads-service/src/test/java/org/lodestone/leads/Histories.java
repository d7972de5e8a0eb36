package org.lodestone.leads;

import static org.lodestone.leads.Api.YUANQU;

import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.security.Role;

/** Leads that were kept elsewhere for years: every step is brought in with the moment it was taken. */
final class Histories {

    private static final String FULL = """
            {"name":"%s","zone":"%s","receivedOn":"%s","source":{"channel":"%s","referrer":"商会 A&B"},
             "investor":{"name":"%s有限公司","region":"370100"},"chain":"copper-nickel","investment":{"unknown":true},
             "nextAction":{"what":"考察","on":"2027-12-01"},"siteOptions":["一号地块"],"keyTerms":"条款",
             "needs":{"landMu":"1","powerKva":"1"},"documents":[{"kind":"INTENT","on":"2003-01-20"}],
             "assignment":{"owner":"officer.yuanqu"},"at":"%s","by":"officer.yuanqu"}""";

    private final Api api;

    Histories(Api api) {
        this.api = api;
    }

    String lead(String day, String channel) {
        return lead(YUANQU, day, channel);
    }

    /** Received and logged that day, at ten in the morning in China. */
    String lead(String zone, String day, String channel) {
        String name = Companies.brand();
        String body = FULL.formatted(name, zone, day, channel, name, day + "T02:00:00Z");
        return done(api.post(admin(), "/api/leads", body), 201).id();
    }

    /** The moments are in the world's time: 02:00 is ten in the morning in China. */
    void followUp(String lead, String at) {
        String body = "{\"kind\":\"VISIT\",\"summary\":\"考察\",\"at\":\"%s\",\"by\":\"officer.yuanqu\"}".formatted(at);
        done(api.post(admin(), "/api/leads/" + lead + "/follow-ups", body), 201);
    }

    void move(String lead, String at, String to) {
        move(lead, at, to, "");
    }

    void move(String lead, String at, String to, String more) {
        String body = "{\"to\":\"%s\",\"at\":\"%s\",\"by\":\"officer.yuanqu\"%s}".formatted(to, at, more);
        done(api.post(admin(), "/api/leads/" + lead + "/transitions", body), 200);
    }

    void drop(String lead, String at, String reason) {
        move(lead, at, "DROPPED", ",\"reason\":\"" + reason + "\"");
    }

    /** From ASSESSING to its contract within a few hours of that day. */
    void convert(String lead, String day) {
        String verdict = "{\"verdict\":\"PROCEED\",\"at\":\"%sT03:00:00Z\",\"by\":\"manager.yuanqu\"}".formatted(day);
        done(api.put(admin(), "/api/leads/" + lead + "/assessment", verdict), 200);
        move(lead, day + "T04:00:00Z", "ENGAGING");
        followUp(lead, day + "T05:00:00Z");
        move(lead, day + "T06:00:00Z", "CONSENSUS");
        move(lead, day + "T07:00:00Z", "INTENT");
        String contract =
                ",\"contract\":{\"number\":\"HT-1\",\"on\":\"%s\",\"amount\":{\"value\":\"1.00\",\"unit\":\"CNY_10K\"}}";
        move(lead, day + "T08:00:00Z", "CONVERTED", contract.formatted(day));
    }

    private static String admin() {
        return Api.as(Role.ADMIN);
    }

    private static Answer done(Answer answer, int status) {
        if (answer.status() != status) {
            throw new AssertionError(answer.body().toString());
        }
        return answer;
    }
}
