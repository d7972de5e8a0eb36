/** Reads whole topics from a chosen place, without a consumer group: for what every instance must know by itself. */
@NullMarked
package org.lodestone.notifications.log;

import org.jspecify.annotations.NullMarked;
