/** Merging one lead into another, and undoing it. */
@NullMarked
package org.lodestone.leads.merge;

import org.jspecify.annotations.NullMarked;
