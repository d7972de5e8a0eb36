/** Saved views of lists: filter, order, columns and look, of one person or shared in a zone. */
@NullMarked
package org.lodestone.platform.view;

import org.jspecify.annotations.NullMarked;
