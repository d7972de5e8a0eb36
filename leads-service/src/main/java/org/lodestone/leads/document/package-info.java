/** Files of a lead 附件: intent and framework agreements, feasibility studies, photos. */
@NullMarked
package org.lodestone.leads.document;

import org.jspecify.annotations.NullMarked;
