package org.lodestone.contracts;

import java.util.List;
import org.jspecify.annotations.Nullable;

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

    /** The clock of its protection, where it is started, moved or stopped. */
    @Nullable
    List<Deadline> deadlines();

    @Override
    default String zone() {
        return registration().zone();
    }
}
