package org.lodestone.leads.privacy;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.privacy.Likeness;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * Whom it is about, and by what request. At least a phone, an e-mail, or a name with its firm.
 *
 * @param reason of this search, export or erasure, e.g. the number of the person's letter
 */
record PersonForm(
        @Nullable List<String> phones,
        @Nullable List<String> emails,
        @Nullable List<String> names,
        @Nullable String firm,
        @Nullable String reason)
        implements Checked {

    private static final int MOST = 20;
    /** Shorter ones are found in everything. */
    private static final int DIGITS = 7;

    private static final int LETTERS = 2;

    @Override
    public void check(Checks checks) {
        checks.size("phones", phones, MOST).size("emails", emails, MOST).size("names", names, MOST);
        each(phones, (place, phone) -> {
            checks.phone("phones[" + place + "]", phone);
            if (Likeness.digits(phone).length() < DIGITS) {
                checks.add("phones[" + place + "]", "person-short");
            }
        });
        each(emails, (place, email) -> checks.email("emails[" + place + "]", email));
        each(names, (place, name) -> {
            checks.name("names[" + place + "]", name);
            if (name.strip().length() < LETTERS) {
                checks.add("names[" + place + "]", "person-short");
            }
        });
        checks.name("firm", firm).requiredName("reason", reason);
        if (!person().identifies()) {
            checks.add("phones", "person-needed");
        }
    }

    private interface Each {
        void check(int place, String value);
    }

    private static void each(@Nullable List<String> values, Each each) {
        if (values != null) {
            for (int place = 0; place < values.size(); place++) {
                each.check(place, Objects.requireNonNullElse(values.get(place), ""));
            }
        }
    }

    Person person() {
        return Person.of(phones, emails, names, firm);
    }

    String why() {
        return Objects.requireNonNull(reason).strip();
    }
}
