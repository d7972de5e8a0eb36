/** HTTP as every service speaks it: problems, paging, ETag, idempotency, limits. */
@NullMarked
package org.lodestone.platform.web;

import org.jspecify.annotations.NullMarked;
