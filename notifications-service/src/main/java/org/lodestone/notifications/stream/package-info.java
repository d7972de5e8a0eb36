/** The event streams dashboards listen to: one reader of the log, a ring, and cursors over it. */
@NullMarked
package org.lodestone.notifications.stream;

import org.jspecify.annotations.NullMarked;
