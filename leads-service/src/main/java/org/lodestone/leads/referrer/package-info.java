/** Referrers 招商顾问: for how long they work for a zone, and what came of the leads they brought. */
@NullMarked
package org.lodestone.leads.referrer;

import org.jspecify.annotations.NullMarked;
