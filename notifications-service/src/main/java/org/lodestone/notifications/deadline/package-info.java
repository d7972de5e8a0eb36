/** What falls due: the clocks other services announce, kept until they pass, and who is told then. */
@NullMarked
package org.lodestone.notifications.deadline;

import org.jspecify.annotations.NullMarked;
