package org.lodestone.leads.lead;

import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A person at the investor's 联系人. Phone and e-mail are personal data: shown masked without the right. */
public record Contact(
        @Nullable String id,
        @Nullable String name,
        @Nullable String title,
        @Nullable String phone,
        @Nullable String email) {

    private static final String HIDDEN = "****";

    public Contact masked() {
        return new Contact(id, name, title, mapped(phone, Contact::maskedPhone), mapped(email, Contact::maskedEmail));
    }

    /** 138****5678: enough to recognise a number one knows. */
    static String maskedPhone(String phone) {
        return phone.length() < 8 ? HIDDEN : phone.substring(0, 3) + HIDDEN + phone.substring(phone.length() - 4);
    }

    static String maskedEmail(String email) {
        int at = email.indexOf('@');
        return at < 1 ? HIDDEN : email.charAt(0) + HIDDEN + email.substring(at);
    }

    /** Contacts keep their ids; new ones get {@code idPrefix} and their place. A masked value that comes back changes nothing. */
    static List<Contact> revised(List<Contact> present, List<Contact> sent, String idPrefix) {
        return java.util.stream.IntStream.range(0, sent.size())
                .mapToObj(place -> sent.get(place).onto(present, idPrefix + place))
                .toList();
    }

    private Contact onto(List<Contact> present, String newId) {
        return present.stream()
                .filter(known -> known.id() != null && known.id().equals(id))
                .findFirst()
                .map(known -> new Contact(
                        id,
                        name,
                        title,
                        unlessMasked(known.phone(), phone, Contact::maskedPhone),
                        unlessMasked(known.email(), email, Contact::maskedEmail)))
                .orElseGet(() -> new Contact(newId, name, title, phone, email));
    }

    private static @Nullable String unlessMasked(
            @Nullable String known, @Nullable String sent, UnaryOperator<String> mask) {
        return Objects.equals(mapped(known, mask), sent) ? known : sent;
    }

    private static @Nullable String mapped(@Nullable String value, UnaryOperator<String> mask) {
        return value == null ? null : mask.apply(value);
    }
}
