package org.lodestone.projects.project;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Who builds what. */
public record Profile(
        String name, @Nullable Investor investor, @Nullable Company company, Business business) {

    /**
     * @param uscc 统一社会信用代码
     * @param region GB/T 2260 code
     * @param country ISO 3166 alpha-2
     */
    public record Investor(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String region,
            @Nullable String country) {}

    /** The local entity 项目公司. */
    public record Company(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable LocalDate registeredOn) {}

    /** @param industry GB/T 4754-2017 */
    public record Business(
            @Nullable String industry,
            @Nullable String chain,
            @Nullable ChainRole chainRole) {}

    /** 链主 or 链上. */
    public enum ChainRole {
        LEADER,
        MEMBER
    }
}
