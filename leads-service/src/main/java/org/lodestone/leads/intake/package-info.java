/** Leads from outside: web forms, mini-programs and other systems, each a source with a key of its own. */
@NullMarked
package org.lodestone.leads.intake;

import org.jspecify.annotations.NullMarked;
