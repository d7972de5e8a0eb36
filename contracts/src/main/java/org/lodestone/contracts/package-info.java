/** What the services tell each other: one record per event, with its wire name. Nothing here knows Spring. */
@NullMarked
package org.lodestone.contracts;

import org.jspecify.annotations.NullMarked;
