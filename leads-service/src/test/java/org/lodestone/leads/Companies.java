package org.lodestone.leads;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.lodestone.contracts.Money;
import org.lodestone.contracts.ProjectFacts;
import org.lodestone.contracts.ProjectOpened;
import org.lodestone.contracts.SignedContract;
import org.lodestone.contracts.Topics;
import org.lodestone.leads.Api.Answer;
import org.lodestone.platform.events.CloudEvents;
import org.springframework.kafka.core.KafkaTemplate;

/** Leads of companies that no other test has, and what becomes of them. */
public final class Companies {

    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final String NAMES = "昊煜琪珺瑾璟瑄玥珩琮翊翀骐骁骧霁霏霆霄岚崧嵘澍溪";

    private final Api api;

    public Companies(Api api) {
        this.api = api;
    }

    /** Six characters that say nothing of a place, a trade or a legal form, and that nobody else has. */
    public static String brand() {
        StringBuilder brand = new StringBuilder();
        new SecureRandom().ints(6, 0, NAMES.length()).forEach(place -> brand.append(NAMES.charAt(place)));
        return brand.toString();
    }

    /** Of nobody, with a check that holds. */
    static String uscc() {
        StringBuilder code = new StringBuilder("91140827MA");
        new SecureRandom().ints(7, 0, ALPHABET.length()).forEach(place -> code.append(ALPHABET.charAt(place)));
        int sum = 0;
        int weight = 1;
        for (int i = 0; i < 17; i++) {
            sum += ALPHABET.indexOf(code.charAt(i)) * weight;
            weight = weight * 3 % 31;
        }
        return code.append(ALPHABET.charAt((31 - sum % 31) % 31)).toString();
    }

    /** Listed from now on. */
    public Answer lead(String token, String zone, String company, @Nullable String uscc) {
        return lead(token, zone, company, uscc, null);
    }

    Answer lead(String token, String zone, String company, @Nullable String uscc, @Nullable String referrer) {
        String body = """
                {"name":"%s项目","zone":"%s","receivedOn":"2026-01-05",
                 "source":{"channel":"REFERRAL"%s},
                 "investor":{"name":"%s","region":"370100"%s},
                 "contacts":[{"name":"项目负责人","phone":"13812345678"}]}""".formatted(
                        company,
                        zone,
                        referrer == null ? "" : ",\"referrer\":\"" + referrer + "\"",
                        company,
                        uscc == null ? "" : ",\"uscc\":\"" + uscc + "\"");
        return api.shown(token, api.post(token, "/api/leads", body));
    }

    /** All the way to its contract. */
    void convert(String lead) {
        convert(Api.manager(), lead);
    }

    public void convert(String manager, String lead) {
        String path = "/api/leads/" + lead;
        move(manager, path, "{\"to\":\"ASSESSING\"}");
        api.put(manager, path + "/assessment", "{\"verdict\":\"PROCEED\"}");
        api.patch(manager, path, """
                {"chain":"copper-nickel","investment":{"unknown":true},"nextAction":{"what":"考察","on":"2026-12-01"},
                 "siteOptions":["一号地块"],"keyTerms":"条款","needs":{"landMu":"1","powerKva":"1"},
                 "documents":[{"kind":"INTENT","on":"2026-01-20"}]}""", 3);
        move(manager, path, "{\"to\":\"ENGAGING\"}");
        api.post(manager, path + "/follow-ups", "{\"kind\":\"VISIT\",\"summary\":\"考察\"}");
        move(manager, path, "{\"to\":\"CONSENSUS\"}");
        move(manager, path, "{\"to\":\"INTENT\"}");
        api.shown(manager, move(manager, path, """
                {"to":"CONVERTED","contract":{"number":"HT-1","on":"2026-01-20","amount":{"value":"12000.00","unit":"CNY_10K"}}}"""));
    }

    private Answer move(String manager, String path, String body) {
        Answer moved = api.post(manager, path + "/transitions", body);
        if (moved.status() != 200) {
            throw new AssertionError(moved.body().toString());
        }
        return moved;
    }

    /** As projects-service says it. */
    static void announce(KafkaTemplate<String, byte[]> kafka, String lead, String zone, String name) throws Exception {
        announce(kafka, lead, zone, name, null);
    }

    public static void announce(
            KafkaTemplate<String, byte[]> kafka, String lead, String zone, String name, @Nullable String officer)
            throws Exception {
        String id = "P-" + lead;
        Money amount = new Money("12000.00", "CNY_10K");
        ProjectFacts facts = new ProjectFacts(
                zone + "-P-2026-0001",
                name,
                zone,
                null,
                "SIGNED",
                "ONGOING",
                officer,
                null,
                null,
                null,
                name,
                null,
                amount,
                lead,
                "system");
        SignedContract contract = new SignedContract("HT-1", LocalDate.of(2026, 1, 20), amount);
        CloudEvents.Envelope envelope = new CloudEvents.Envelope(
                id + ":1", "/projects/" + id, "project.opened.v1", id, Instant.EPOCH, zone, 1, null, false);
        byte[] payload = CloudEvents.payload(new ProjectOpened(facts, "", "SIGNED", contract, null));
        kafka.send(CloudEvents.record(Topics.PROJECTS, envelope, payload)).get(30, TimeUnit.SECONDS);
    }
}
