/** Health, metrics, traces and logs without personal data. */
@NullMarked
package org.lodestone.platform.observability;

import org.jspecify.annotations.NullMarked;
