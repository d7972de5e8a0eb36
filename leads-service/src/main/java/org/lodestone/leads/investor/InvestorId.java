package org.lodestone.leads.investor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Uscc;

/** What a company is called in an address: its credit code, or its normalised name where nobody knows that. */
public final class InvestorId {

    private static final String BY_NAME = "n.";
    private static final int LONGEST = 1000;

    private InvestorId() {}

    /** As far as a lead alone can tell; {@code null} where it names nobody. */
    public static @Nullable String of(@Nullable String uscc, @Nullable String name) {
        if (uscc != null) {
            return Uscc.normalise(uscc);
        }
        return name == null ? null : ofName(CompanyName.normalised(name));
    }

    /** @param name normalised */
    public static String ofName(String name) {
        return BY_NAME + Base64.getUrlEncoder().withoutPadding().encodeToString(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The normalised name in an id; empty where it is none by name. */
    public static Optional<String> name(String id) {
        if (!id.startsWith(BY_NAME) || id.length() > LONGEST) {
            return Optional.empty();
        }
        try {
            byte[] name = Base64.getUrlDecoder().decode(id.substring(BY_NAME.length()));
            return Optional.of(new String(name, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Whether a text is a credit code; early pilot ones fail the check and are legal. */
    public static boolean isUscc(String text) {
        Uscc.Kind kind = Uscc.kind(text);
        return kind == Uscc.Kind.VALID || kind == Uscc.Kind.WRONG_CHECK;
    }
}
