package org.lodestone.leads.registration;

import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.privacy.PersonalRecords;
import org.springframework.stereotype.Component;

/** Registrations forget a person: reasons of disputes and rulings are texts. */
@Component
class PersonalRegistrations implements PersonalRecords<Registration> {

    private final AggregateStore<Registration> store;

    PersonalRegistrations(AggregateStore<Registration> registrationStore) {
        this.store = registrationStore;
    }

    @Override
    public String place() {
        return "registrations";
    }

    @Override
    public AggregateStore<Registration> store() {
        return store;
    }

    @Override
    public Decision<Registration> forget(Registration present, Registration left, Command command) {
        return present.forget(left, command);
    }
}
