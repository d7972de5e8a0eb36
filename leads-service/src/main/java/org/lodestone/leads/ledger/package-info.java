/** The lead ledger 线索台账: what an office keeps in Excel, out of the system and into it. */
@NullMarked
package org.lodestone.leads.ledger;

import org.jspecify.annotations.NullMarked;
