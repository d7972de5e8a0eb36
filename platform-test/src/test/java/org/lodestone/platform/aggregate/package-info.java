/** Aggregates against a real database, and what happens when a guard is missing. */
@NullMarked
package org.lodestone.platform.aggregate;

import org.jspecify.annotations.NullMarked;
