/** The leads service as a whole: over HTTP, with a real broker and database. */
@NullMarked
package org.lodestone.leads;

import org.jspecify.annotations.NullMarked;
