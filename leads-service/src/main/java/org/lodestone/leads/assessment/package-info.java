/** Judges a lead 研判: a score out of 100 that explains itself, beside the verdict of a person. */
@NullMarked
package org.lodestone.leads.assessment;

import org.jspecify.annotations.NullMarked;
