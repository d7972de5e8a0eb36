package org.lodestone.leads.lead;

import org.springframework.stereotype.Component;

/** What others know of a lead beside what it says itself. */
@Component
record Beside(LeadScores scores, RegistrationOf registrations, BecauseText words) {}
