package org.lodestone.leads.lead;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Who is behind a lead and how we heard of it. */
public record Profile(
        String name,
        @Nullable Investor investor,
        List<Contact> contacts,
        Source source,
        LocalDate receivedOn,
        List<String> tags) {

    /**
     * @param uscc 统一社会信用代码, upper case
     * @param region GB/T 2260 code of where the investor comes from
     * @param country ISO 3166 alpha-2
     */
    public record Investor(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String region,
            @Nullable String country) {}

    public record Source(
            @Nullable Channel channel,
            @Nullable String referrer,
            @Nullable String note) {}

    /** 来源渠道. */
    public enum Channel {
        REFERRAL,
        VISIT,
        EVENT,
        AGENT,
        CHAIN_LEADER,
        INBOUND,
        PLATFORM,
        OTHER
    }

    Profile tagged(List<String> next) {
        return new Profile(name, investor, contacts, source, receivedOn, next);
    }
}
