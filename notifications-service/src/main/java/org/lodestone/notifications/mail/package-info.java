/** Alerts as e-mail, tried until they are through. */
@NullMarked
package org.lodestone.notifications.mail;

import org.jspecify.annotations.NullMarked;
