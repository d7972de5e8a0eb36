package org.lodestone.leads.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Contact;

/** Two leads' contacts as one list: who has the same number or address, and no other one, is the same person and is completed. */
final class Contacts {

    private static final int MOBILE_DIGITS = 11;

    private Contacts() {}

    /** @param idPrefix new ids, since the two leads counted theirs each for itself */
    static List<Contact> merged(List<Contact> own, List<Contact> others, String idPrefix) {
        List<Contact> all = new ArrayList<>(own);
        for (int place = 0; place < others.size(); place++) {
            Contact other = others.get(place);
            int same = indexOf(all, other);
            if (same >= 0) {
                all.set(same, completed(all.get(same), other));
            } else {
                all.add(new Contact(idPrefix + place, other.name(), other.title(), other.phone(), other.email()));
            }
        }
        return List.copyOf(all);
    }

    private static int indexOf(List<Contact> all, Contact other) {
        for (int i = 0; i < all.size(); i++) {
            if (isSame(all.get(i), other)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isSame(Contact one, Contact other) {
        boolean reachable = one.phone() != null || one.email() != null;
        if (!reachable && other.phone() == null && other.email() == null) {
            return Objects.equals(one.name(), other.name()) && Objects.equals(one.title(), other.title());
        }
        boolean samePhone = one.phone() != null
                && other.phone() != null
                && digits(one.phone()).equals(digits(other.phone()));
        boolean sameEmail = one.email() != null && one.email().equalsIgnoreCase(other.email());
        // Who has another number beside the same address stays apart: no number is lost.
        return (samePhone && (sameEmail || one.email() == null || other.email() == null))
                || (sameEmail && (one.phone() == null || other.phone() == null));
    }

    /** Without the country's prefix, blanks and lines. */
    private static String digits(String phone) {
        String digits = phone.replaceAll("[^0-9*]", "");
        boolean prefixed = digits.startsWith("86") && digits.length() == MOBILE_DIGITS + 2;
        return prefixed ? digits.substring(2) : digits;
    }

    private static Contact completed(Contact own, Contact other) {
        return new Contact(
                own.id(),
                or(own.name(), other.name()),
                or(own.title(), other.title()),
                or(own.phone(), other.phone()),
                or(own.email(), other.email()));
    }

    private static @Nullable String or(@Nullable String own, @Nullable String other) {
        return own == null ? other : own;
    }
}
