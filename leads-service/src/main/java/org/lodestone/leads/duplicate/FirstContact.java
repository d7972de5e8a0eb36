package org.lodestone.leads.duplicate;

import java.time.LocalDate;

/**
 * All that another zone may learn of a protected first contact.
 *
 * @param possible its firm's name is near the one that was asked, not the same: nothing is blocked by it
 */
public record FirstContact(String zone, LocalDate on, boolean possible) {}
