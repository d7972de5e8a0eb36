package org.lodestone.leads.duplicate;

import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** Who was first with an investor, as far as other zones may know; answered by the registrations. */
public interface FirstContacts {

    /**
     * The protected ones of this credit code or company name, or of one near it, in other zones than {@code exceptZone}; one of each zone, the
     * exact ones first.
     */
    Flux<FirstContact> of(@Nullable String uscc, @Nullable String companyName, String exceptZone);
}
