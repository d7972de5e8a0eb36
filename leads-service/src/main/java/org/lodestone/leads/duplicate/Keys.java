package org.lodestone.leads.duplicate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
    private static final int HASH_BYTES = 10;

    @Override
    public Iterable<String> same(Lead lead) {
        return kept(Facts.of(lead));
    }

    static Set<String> kept(Facts facts) {
        Map<String, Float> keys = exact(facts);
        if (facts.name() != null) {
            keys.putAll(NameKeys.kept(facts.name()));
        }
        return keys.keySet();
    }

    @Override
    public Iterable<String> kind(Lead lead) {
        return Similarity.kept(lead);
    }

    @Override
    public byte[] facts(Lead lead) {
        return KeptFacts.of(Facts.of(lead));
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
        // A phone is personal: who reads the index learns no number.
        facts.phones().forEach(phone -> keys.put("t:" + hash(phone), CONTACT));
        return keys;
    }

    static String hash(String phone) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("phone|" + phone).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
