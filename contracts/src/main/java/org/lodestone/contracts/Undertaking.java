package org.lodestone.contracts;

import org.jspecify.annotations.Nullable;

/**
 * What a converted lead hands to its project.
 *
 * @param uscc 统一社会信用代码 of the investor
 * @param region GB/T 2260 code the investor comes from
 * @param country ISO 3166 alpha-2
 * @param industry GB/T 4754-2017
 */
public record Undertaking(
        @Nullable String investor,
        @Nullable String uscc,
        @Nullable String region,
        @Nullable String country,
        @Nullable String industry,
        @Nullable Money planned,
        @Nullable Money expectedOutput) {}
