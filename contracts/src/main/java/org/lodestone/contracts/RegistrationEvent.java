package org.lodestone.contracts;

/** Everything a first-contact registration 首谈报备 announces. */
public sealed interface RegistrationEvent extends Event
        permits RegistrationTaken,
                RegistrationChanged,
                RegistrationRenewed,
                RegistrationDisputed,
                RegistrationArbitrated,
                RegistrationTransferred,
                RegistrationExpired,
                RegistrationClashFound {

    RegistrationFacts registration();

    @Override
    default String zone() {
        return registration().zone();
    }
}
