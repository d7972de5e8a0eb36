package org.lodestone.leads.assignment;

import org.springframework.stereotype.Component;

/** What decides whether somebody can take one more: their places, the zone's limits, and whether they are there. */
@Component
record Room(Places places, Sharing sharing, Absences absences) {}
