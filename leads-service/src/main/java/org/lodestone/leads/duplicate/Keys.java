package org.lodestone.leads.duplicate;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.lodestone.leads.investor.NameKeys;
import org.lodestone.leads.lead.DuplicateKeys;
import org.lodestone.leads.lead.Lead;
import org.springframework.stereotype.Component;

/** What leads are found by when others like them are looked for, with how much it says to share it. */
@Component
class Keys implements DuplicateKeys {

    private static final float USCC = 100;
    private static final float CONTACT = 30;

    @Override
    public Kept of(Lead lead) {
        Facts facts = Facts.of(lead);
        return new Kept(kept(facts), KeptFacts.of(facts), Similarity.kept(lead));
    }

    static Set<String> kept(Facts facts) {
        Map<String, Float> keys = exact(facts);
        if (facts.name() != null) {
            keys.putAll(NameKeys.kept(facts.name()));
        }
        return keys.keySet();
    }

    static Map<String, Float> lookup(Facts facts) {
        Map<String, Float> keys = exact(facts);
        if (facts.name() != null) {
            keys.putAll(NameKeys.lookup(facts.name()));
        }
        return keys;
    }

    /** What two that are written at the same moment meet under. */
    static Map<String, Float> meeting(Facts facts) {
        Map<String, Float> keys = exact(facts);
        if (facts.name() != null) {
            keys.putAll(NameKeys.asked(facts.name()));
        }
        return keys;
    }

    static Map<String, Float> exact(Facts facts) {
        Map<String, Float> keys = new LinkedHashMap<>();
        if (facts.uscc() != null) {
            keys.put("u:" + facts.uscc(), USCC);
        }
        facts.domains().forEach(domain -> keys.put("d:" + domain, CONTACT));
        facts.phones().forEach(phone -> keys.put("t:" + phone, CONTACT));
        return keys;
    }
}
