/** Figures of leads 报表: how many of how many, as of which moment, each with the rows it counted. */
@NullMarked
package org.lodestone.leads.figure;

import org.jspecify.annotations.NullMarked;
