package org.lodestone.leads.privacy;

import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.privacy.PersonalRecords;
import org.springframework.stereotype.Component;

/** Leads forget a person: contacts, follow-ups, notes and every other text. */
@Component
class PersonalLeads implements PersonalRecords<Lead> {

    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;

    PersonalLeads(AggregateStore<Lead> leads, LeadDesk desk) {
        this.leads = leads;
        this.desk = desk;
    }

    @Override
    public String place() {
        return "leads";
    }

    @Override
    public AggregateStore<Lead> store() {
        return leads;
    }

    @Override
    public Decision<Lead> forget(Lead present, Lead left, Command command) {
        return present.forget(left, desk.rules(present.zone()), command);
    }
}
