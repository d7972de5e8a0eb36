/** From the outbox to Kafka and from Kafka to a projection, once and in order. */
@NullMarked
package org.lodestone.platform.events;

import org.jspecify.annotations.NullMarked;
