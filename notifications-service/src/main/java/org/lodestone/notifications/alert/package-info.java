/** Which event concerns whom, and why. */
@NullMarked
package org.lodestone.notifications.alert;

import org.jspecify.annotations.NullMarked;
