/** A lead 招商线索: what is known of it, how it moves through its zone's pipeline, and how it is spoken of over HTTP and in events. */
@NullMarked
package org.lodestone.leads.lead;

import org.jspecify.annotations.NullMarked;
