/** One company 投资方 seen as a whole: its leads, contacts and projects, and how it belongs to others. */
@NullMarked
package org.lodestone.leads.dossier;

import org.jspecify.annotations.NullMarked;
