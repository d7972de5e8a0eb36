/** The two clocks, and working time by a calendar that is data. */
@NullMarked
package org.lodestone.platform.time;

import org.jspecify.annotations.NullMarked;
