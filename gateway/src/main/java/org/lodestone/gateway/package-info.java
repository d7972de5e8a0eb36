/** The one door: login, tokens, limits, routes and the page. */
@NullMarked
package org.lodestone.gateway;

import org.jspecify.annotations.NullMarked;
