/** Lists, search, facets and sums from an embedded Lucene index of a service's own aggregates. */
@NullMarked
package org.lodestone.platform.search;

import org.jspecify.annotations.NullMarked;
