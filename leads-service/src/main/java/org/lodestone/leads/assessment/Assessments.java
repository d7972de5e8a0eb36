package org.lodestone.leads.assessment;

import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadScores;
import org.lodestone.leads.settings.ZoneSettings;
import org.lodestone.leads.settings.ZoneSettingsBook;
import org.springframework.stereotype.Component;

/** The score of any lead by what its zone's settings are now: worked out anew each time, so it is never behind the lead. */
@Component
class Assessments implements LeadScores {

    private final ZoneSettingsBook book;

    Assessments(ZoneSettingsBook book) {
        this.book = book;
    }

    @Override
    public Judged of(Lead lead) {
        ZoneSettings settings = book.of(lead.zone());
        return new Judged(Score.total(LeadFacts.of(lead), settings), settings.version());
    }
}
