/** Tables that are brought in: previewed row by row, run, resumed after a kill, and undone. */
@NullMarked
package org.lodestone.platform.imports;

import org.jspecify.annotations.NullMarked;
