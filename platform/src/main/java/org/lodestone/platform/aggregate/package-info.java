/** Aggregates with their outbox, commands and history, one guarded document each. */
@NullMarked
package org.lodestone.platform.aggregate;

import org.jspecify.annotations.NullMarked;
