/** The page, from the jar, with the headers that keep it safe. */
@NullMarked
package org.lodestone.gateway.page;

import org.jspecify.annotations.NullMarked;
