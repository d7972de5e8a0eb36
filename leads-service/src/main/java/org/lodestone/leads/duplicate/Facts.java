package org.lodestone.leads.duplicate;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.web.Uscc;

/**
 * What leads are compared by.
 *
 * @param name of the investor, or of the lead while the investor has none
 * @param phones hashes of their digits: a phone is personal, and who reads the index or the memory learns no number
 * @param domains of firms' own mail, not of public providers
 */
record Facts(@Nullable CompanyName name, @Nullable String uscc, Set<String> phones, Set<String> domains) {

    private static final int SHORTEST_PHONE = 7;
    private static final String COUNTRY = "86";
    private static final int MOBILE = 11;
    private static final int HASH_BYTES = 10;

    static Facts of(Lead lead) {
        return of(
                lead.profile().name(), lead.profile().investor(), lead.profile().contacts());
    }

    static Facts of(LeadForm form) {
        List<Contact> contacts = form.contacts();
        return of(form.name(), form.investor(), contacts == null ? List.of() : contacts);
    }

    private static Facts of(@Nullable String lead, @Nullable Investor investor, List<Contact> contacts) {
        String company = investor == null ? null : investor.name();
        String uscc = investor == null ? null : investor.uscc();
        return of(
                CompanyName.isNobody(company) ? lead : company,
                lead,
                uscc,
                contacts.stream().map(Contact::phone).filter(Objects::nonNull).toList(),
                contacts.stream().map(Contact::email).filter(Objects::nonNull).toList());
    }

    /** @param project whose phase counts when the company's name has none */
    static Facts of(
            @Nullable String company,
            @Nullable String project,
            @Nullable String uscc,
            Collection<String> phones,
            Collection<String> mails) {
        return new Facts(
                company == null || CompanyName.isNobody(company) ? null : phased(CompanyName.of(company), project),
                uscc == null || uscc.isBlank() ? null : Uscc.normalise(uscc),
                distinct(phones.stream().map(Facts::hashed)),
                distinct(mails.stream().map(Domains::own)));
    }

    private static CompanyName phased(CompanyName name, @Nullable String project) {
        return name.phase() != null || project == null ? name : name.inPhase(CompanyName.phaseOf(project));
    }

    private static Set<String> distinct(Stream<String> values) {
        Set<String> distinct = new TreeSet<>();
        values.filter(value -> !value.isEmpty()).forEach(distinct::add);
        return distinct;
    }

    /** Empty for what is too short to belong to anybody in particular. */
    private static String hashed(String phone) {
        String digits = digits(phone);
        if (digits.length() < SHORTEST_PHONE) {
            return "";
        }
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("phone|" + digits).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Without the country's code. */
    private static String digits(String phone) {
        StringBuilder said = new StringBuilder(phone.length());
        phone.chars().filter(unit -> unit >= '0' && unit <= '9').forEach(unit -> said.append((char) unit));
        String digits = said.toString();
        String bare = digits.startsWith("00") ? digits.substring(2) : digits;
        return bare.length() == MOBILE + COUNTRY.length() && bare.startsWith(COUNTRY)
                ? bare.substring(COUNTRY.length())
                : digits;
    }
}
