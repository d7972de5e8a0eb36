/** Which limits are watched after which events, and who hears of them. */
@NullMarked
package org.lodestone.notifications.deadline;

import org.jspecify.annotations.NullMarked;
