/** A lead out of a message somebody pasted: recognised by rules, shown for confirmation, stored by nobody. */
@NullMarked
package org.lodestone.leads.capture;

import org.jspecify.annotations.NullMarked;
