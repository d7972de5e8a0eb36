/** When the working days or hours of a zone change, the clocks of its leads are set anew. */
@NullMarked
package org.lodestone.leads.clock;

import org.jspecify.annotations.NullMarked;
