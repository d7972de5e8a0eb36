package org.lodestone.leads.duplicate;

import java.time.LocalDate;

/** All that another zone may learn of a protected first contact. */
public record FirstContact(String zone, LocalDate on) {}
