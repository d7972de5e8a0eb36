/** What is added to a request on its way to a service. */
@NullMarked
package org.lodestone.gateway.route;

import org.jspecify.annotations.NullMarked;
