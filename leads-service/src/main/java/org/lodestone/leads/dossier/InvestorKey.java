package org.lodestone.leads.dossier;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.investor.InvestorId;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.web.Uscc;

/**
 * Which company it is: by its credit code, and where nobody knows that, by its normalised name.
 *
 * @param name normalised
 */
record InvestorKey(@Nullable String uscc, @Nullable String name) {

    static InvestorKey ofUscc(String uscc) {
        return new InvestorKey(Uscc.normalise(uscc), null);
    }

    /** @param name normalised */
    static InvestorKey ofName(String name) {
        return new InvestorKey(null, name);
    }

    /** Empty for a lead that names nobody. */
    static Optional<InvestorKey> of(@Nullable Investor investor) {
        return investor == null
                ? Optional.empty()
                : Optional.ofNullable(InvestorId.of(investor.uscc(), investor.name()))
                        .flatMap(InvestorKey::ofId);
    }

    /** Empty for what names no company at all. */
    static Optional<InvestorKey> ofId(String id) {
        return InvestorId.isUscc(id)
                ? Optional.of(ofUscc(id))
                : InvestorId.name(id).map(InvestorKey::ofName);
    }

    /** What somebody typed: an id, a credit code or a company's name. */
    static InvestorKey ofText(String text) {
        return ofId(text).orElseGet(() -> ofName(CompanyName.normalised(text)));
    }

    String id() {
        return uscc != null ? uscc : InvestorId.ofName(shown());
    }

    /** Where nobody says what it is called. */
    String shown() {
        return String.valueOf(uscc == null ? name : uscc);
    }
}
