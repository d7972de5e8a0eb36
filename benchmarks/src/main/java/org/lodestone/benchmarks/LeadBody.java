package org.lodestone.benchmarks;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lodestone.benchmarks.LeadGenerator.GeneratedLead;
import tools.jackson.databind.json.JsonMapper;

/** A generated lead as the body of {@code POST /api/leads}. */
final class LeadBody {

    private static final JsonMapper JSON = JsonMapper.shared();

    private LeadBody() {}

    static byte[] of(GeneratedLead lead, String zone) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("zone", zone);
        body.put("name", lead.name());
        body.put("investor", Map.of("name", lead.company(), "uscc", lead.uscc(), "country", "CN"));
        body.put("contacts", List.of(Map.of("name", lead.contact(), "phone", lead.phone(), "email", lead.email())));
        body.put("source", Map.of("channel", lead.channel()));
        body.put("receivedOn", lead.receivedOn().toString());
        body.put("industry", lead.industry());
        body.put("chain", lead.chain());
        body.put("content", lead.content());
        body.put("investment", Map.of("planned", amount(lead.plannedWan())));
        body.put("needs", Map.of("landMu", lead.landMu() + ".00"));
        body.put("expected", Map.of("jobs", lead.jobs()));
        return JSON.writeValueAsBytes(body);
    }

    private static Map<String, String> amount(long wan) {
        return Map.of("value", wan + ".00", "unit", "CNY_10K");
    }
}
