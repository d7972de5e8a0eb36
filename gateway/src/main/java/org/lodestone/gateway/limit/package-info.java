/** How much one person may ask, and how large a request may be. */
@NullMarked
package org.lodestone.gateway.limit;

import org.jspecify.annotations.NullMarked;
