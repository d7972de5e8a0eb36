/** The event log against a real broker, and what happens when a guard is missing. */
@NullMarked
package org.lodestone.platform.events;

import org.jspecify.annotations.NullMarked;
