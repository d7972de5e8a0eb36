package org.lodestone.platform.document;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param abandonedAfter how long an upload may take before another instance takes it for dead; far longer than any takes
 * @param undo how long what was removed can be brought back; its bytes are deleted after that
 * @param sweep between two looks at what was left unfinished
 * @param s3 where files are kept; in the database without it
 * @param clamav the scanner that sees every file first; none without it
 */
@ConfigurationProperties("lodestone.documents")
record DocumentProperties(
        @DefaultValue("10m") Duration abandonedAfter,
        @DefaultValue("10m") Duration undo,
        @DefaultValue("1m") Duration sweep,
        @Nullable S3 s3,
        @Nullable ClamAvd clamav) {

    /**
     * @param endpoint of an S3-compatible store; Amazon's own without it
     * @param accessKey the environment's or the machine's credentials without it
     * @param pathStyle the bucket in the path, as most stores of one's own want it
     * @param prefix of every object's name
     */
    record S3(
            String bucket,
            @Nullable URI endpoint,
            @DefaultValue("us-east-1") String region,
            @Nullable String accessKey,
            @Nullable String secretKey,
            @DefaultValue("true") boolean pathStyle,
            @DefaultValue("documents/") String prefix) {}

    /** @param timeout of one answer */
    record ClamAvd(
            String host,
            @DefaultValue("3310") int port,
            @DefaultValue("30s") Duration timeout) {}
}
