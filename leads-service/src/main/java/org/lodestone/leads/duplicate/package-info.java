/** Leads that may be the same: found by index when one is captured, changed or asked about, with reasons and a confidence. */
@NullMarked
package org.lodestone.leads.duplicate;

import org.jspecify.annotations.NullMarked;
