/** Who asks, and what they may see and do: the scope of a token and the matrix of roles and rights. */
@NullMarked
package org.lodestone.platform.security;

import org.jspecify.annotations.NullMarked;
