package org.lodestone.platform.search;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** @param dir where indexes are kept between starts; without it they are built at each start, in a temporary folder */
@ConfigurationProperties("lodestone.index")
public record SearchProperties(@Nullable Path dir) {}
