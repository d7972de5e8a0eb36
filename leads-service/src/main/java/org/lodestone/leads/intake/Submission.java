package org.lodestone.leads.intake;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Plan.Investment;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Amount.Unit;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/**
 * What a stranger tells us, the same in JSON and in a plain HTML form.
 *
 * @param name of the project; the company's where it is left out
 * @param contact a person's name; phone or e-mail is needed
 * @param amount 万元, a decimal
 * @param region GB/T 2260 code of where the company comes from
 * @param consent that the contact may be kept; a form must have it
 */
record Submission(
        @Nullable String name,
        @Nullable String company,
        @Nullable String uscc,
        @Nullable String contact,
        @Nullable String phone,
        @Nullable String email,
        @Nullable String content,
        @Nullable String amount,
        @Nullable String region,
        @Nullable Boolean consent)
        implements Checked {

    static final List<String> TEXTS =
            List.of("name", "company", "uscc", "contact", "phone", "email", "content", "amount", "region");

    /** Nobody sees this field, so nobody fills it in but a machine. */
    static final String HONEYPOT = "website";

    private static final int LONG_TEXT = 4000;
    private static final Pattern DECIMAL = Pattern.compile("\\d{1,12}(\\.\\d{1,4})?");

    @Override
    public void check(Checks checks) {
        checks.requiredName("company", company).name("name", name).uscc("uscc", uscc);
        checks.name("contact", contact).phone("phone", phone).email("email", email);
        if (phone == null && email == null) {
            checks.add("phone", "phone-or-email");
        }
        checks.text("content", content, LONG_TEXT).code("region", region);
        if (amount != null && !DECIMAL.matcher(amount).matches()) {
            checks.add("amount", "type.decimal");
        }
        if (Boolean.FALSE.equals(consent)) {
            checks.add("consent", "consent");
        }
    }

    /** @param reference what the stranger was told, so that a call about it can be answered */
    LeadForm lead(IntakeSource source, String reference, java.time.LocalDate today, Assignment assignment) {
        return new LeadForm(
                source.zone(),
                null,
                name == null ? company : name,
                new Investor(company, uscc, region, null),
                List.of(new Contact(null, contact, null, phone, email)),
                new Source(source.channel(), source.referrer(), "网上登记 " + reference + "（" + source.name() + "）"),
                today,
                null,
                null,
                content,
                amount == null ? null : new Investment(new Amount(new BigDecimal(amount), Unit.CNY_10K), null),
                null,
                null,
                assignment,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}
