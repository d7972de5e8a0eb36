/** What goes wrong at the door, said as the services say it. */
@NullMarked
package org.lodestone.gateway.problem;

import org.jspecify.annotations.NullMarked;
