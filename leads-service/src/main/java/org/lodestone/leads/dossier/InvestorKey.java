package org.lodestone.leads.dossier;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.web.Uscc;

/**
 * Which company it is: by its credit code, and where nobody knows that, by its normalised name.
 *
 * @param name normalised
 */
record InvestorKey(@Nullable String uscc, @Nullable String name) {

    private static final String BY_NAME = "n.";
    private static final int LONGEST = 1000;

    static InvestorKey ofUscc(String uscc) {
        return new InvestorKey(Uscc.normalise(uscc), null);
    }

    /** @param name normalised */
    static InvestorKey ofName(String name) {
        return new InvestorKey(null, name);
    }

    /** Empty for a lead that names nobody. */
    static Optional<InvestorKey> of(@Nullable Investor investor) {
        if (investor == null) {
            return Optional.empty();
        }
        String uscc = investor.uscc();
        String name = investor.name();
        return uscc != null
                ? Optional.of(ofUscc(uscc))
                : Optional.ofNullable(name).map(CompanyName::normalised).map(InvestorKey::ofName);
    }

    /** Empty for what names no company at all. */
    static Optional<InvestorKey> ofId(String id) {
        if (id.length() > LONGEST) {
            return Optional.empty();
        }
        if (!id.startsWith(BY_NAME)) {
            return isUscc(id) ? Optional.of(ofUscc(id)) : Optional.empty();
        }
        try {
            byte[] name = Base64.getUrlDecoder().decode(id.substring(BY_NAME.length()));
            return Optional.of(ofName(new String(name, StandardCharsets.UTF_8)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What somebody typed: an id, a credit code or a company's name. */
    static InvestorKey ofText(String text) {
        return ofId(text).orElseGet(() -> ofName(CompanyName.normalised(text)));
    }

    static boolean isUscc(String text) {
        Uscc.Kind kind = Uscc.kind(text);
        return kind == Uscc.Kind.VALID || kind == Uscc.Kind.WRONG_CHECK;
    }

    /** Where nobody says what it is called. */
    String shown() {
        return String.valueOf(uscc == null ? name : uscc);
    }

    String id() {
        return uscc != null
                ? uscc
                : BY_NAME
                        + Base64.getUrlEncoder()
                                .withoutPadding()
                                .encodeToString(String.valueOf(name).getBytes(StandardCharsets.UTF_8));
    }
}
