/** A person's alerts: stored once, listed, counted, read. */
@NullMarked
package org.lodestone.notifications.inbox;

import org.jspecify.annotations.NullMarked;
