/** One action on many aggregates: row by row with a result each, resumed after a kill, undone where nobody changed it since. */
@NullMarked
package org.lodestone.platform.bulk;

import org.jspecify.annotations.NullMarked;
