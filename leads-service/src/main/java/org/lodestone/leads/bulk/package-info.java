/** Many leads at once: assigned, moved, tagged, claimed, returned; each by its own command, under the rights of whoever asked. */
@NullMarked
package org.lodestone.leads.bulk;

import org.jspecify.annotations.NullMarked;
