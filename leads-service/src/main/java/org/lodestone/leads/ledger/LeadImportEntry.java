package org.lodestone.leads.ledger;

import java.time.Instant;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.leads.lead.LeadForm;

/**
 * A lead to be, from a row.
 *
 * @param at when it was heard of
 * @param author who logged it there, as far as the directory knows them; else who imports it
 */
record LeadImportEntry(LeadForm form, Assignment assignment, Instant at, String author) {}
