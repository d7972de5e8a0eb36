package org.lodestone.leads.duplicate;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.web.Amount;

/** Leads of one kind: the same chain or industry first, then where they come from and how large they are. */
final class Similarity {

    /** Why a lead is like another; the wire's names. */
    enum Because {
        SAME_CHAIN,
        SAME_INDUSTRY,
        SAME_DIVISION,
        SAME_REGION,
        LIKE_AMOUNT
    }

    private static final float CHAIN = 6;
    private static final float INDUSTRY = 8;
    private static final float DIVISION = 4;
    private static final float REGION = 2;
    private static final float AMOUNT = 3;
    /** What has an end teaches more. */
    private static final float ENDED = 1;

    private static final String WON = "o:WON";
    private static final String LOST = "o:LOST";
    private static final int DIVISION_LENGTH = 3;
    private static final int PROVINCE_LENGTH = 2;

    private Similarity() {}

    static List<String> kept(Lead lead) {
        List<String> keys = new ArrayList<>(keys(lead).keySet());
        if (lead.progress().signing() != null) {
            keys.add(WON);
        } else if (lead.progress().lost() != null) {
            keys.add(LOST);
        }
        return keys;
    }

    /** Empty for a lead of which nothing is known that others could share. */
    static Map<String, Float> lookup(Lead lead) {
        Map<String, Float> keys = keys(lead);
        if (keys.keySet().stream().noneMatch(Similarity::isKind)) {
            return Map.of();
        }
        keys.put(WON, ENDED);
        keys.put(LOST, ENDED);
        return keys;
    }

    /** Without chain and industry in common there is no likeness, whatever else is. */
    static List<Because> because(Lead one, Lead other) {
        List<Because> because = new ArrayList<>();
        String industry = one.plan().business().industry();
        String others = other.plan().business().industry();
        if (same(one.plan().business().chain(), other.plan().business().chain())) {
            because.add(Because.SAME_CHAIN);
        }
        if (same(industry, others)) {
            because.add(Because.SAME_INDUSTRY);
        } else if (same(start(industry, DIVISION_LENGTH), start(others, DIVISION_LENGTH))) {
            because.add(Because.SAME_DIVISION);
        }
        if (because.isEmpty()) {
            return List.of();
        }
        if (same(region(one), region(other))) {
            because.add(Because.SAME_REGION);
        }
        Integer size = size(one);
        Integer otherSize = size(other);
        if (size != null && otherSize != null && Math.abs(size - otherSize) <= 1) {
            because.add(Because.LIKE_AMOUNT);
        }
        return List.copyOf(because);
    }

    private static Map<String, Float> keys(Lead lead) {
        Map<String, Float> keys = new LinkedHashMap<>();
        String industry = lead.plan().business().industry();
        put(keys, "c:", lead.plan().business().chain(), CHAIN);
        put(keys, "i:", industry, INDUSTRY);
        put(keys, "j:", start(industry, DIVISION_LENGTH), DIVISION);
        put(keys, "r:", region(lead), REGION);
        Integer size = size(lead);
        put(keys, "m:", size == null ? null : size.toString(), AMOUNT);
        return keys;
    }

    private static boolean isKind(String key) {
        return key.startsWith("c:") || key.startsWith("i:");
    }

    private static void put(Map<String, Float> keys, String kind, @Nullable String value, float weight) {
        if (value != null && !value.isBlank()) {
            keys.put(kind + value, weight);
        }
    }

    /** The province. */
    private static @Nullable String region(Lead lead) {
        Investor investor = lead.profile().investor();
        return investor == null ? null : start(investor.region(), PROVINCE_LENGTH);
    }

    /** Twice the power of ten: 3 亿 and 5 亿 are alike, 3 亿 and 30 亿 are not. */
    private static @Nullable Integer size(Lead lead) {
        Amount planned = lead.plan().planned();
        BigDecimal cny = planned == null ? null : planned.toCny();
        return cny == null || cny.signum() <= 0 ? null : (int) Math.round(2 * Math.log10(cny.doubleValue()));
    }

    private static @Nullable String start(@Nullable String code, int length) {
        return code == null || code.length() < length ? null : code.substring(0, length);
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return one != null && Objects.equals(one, other);
    }
}
