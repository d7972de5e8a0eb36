/** Files that belong to something: kept in versions, known by their content, given to who may have them. */
@NullMarked
package org.lodestone.platform.document;

import org.jspecify.annotations.NullMarked;
