/** Tells people and dashboards what happened. */
@NullMarked
package org.lodestone.notifications;

import org.jspecify.annotations.NullMarked;
