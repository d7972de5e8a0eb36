/** First-contact registration 首谈报备: who was first with an investor, for how long, and how the city settles what two zones claim. */
@NullMarked
package org.lodestone.leads.registration;

import org.jspecify.annotations.NullMarked;
