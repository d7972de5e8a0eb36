/** Sessions for browsers and Bearer tokens for programs, in one filter chain. */
@NullMarked
package org.lodestone.gateway.login;

import org.jspecify.annotations.NullMarked;
