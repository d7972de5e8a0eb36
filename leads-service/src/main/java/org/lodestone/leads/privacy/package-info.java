/** Personal data: who looked behind a mask, and a person's data found, taken out and erased on request. */
@NullMarked
package org.lodestone.leads.privacy;

import org.jspecify.annotations.NullMarked;
