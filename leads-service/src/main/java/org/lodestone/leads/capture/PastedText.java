package org.lodestone.leads.capture;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;

/** A text to be read. */
record PastedText(@Nullable String text) implements Checked {

    private static final int LONGEST = 4000;

    @Override
    public void check(Checks checks) {
        checks.required("text", text).text("text", text, LONGEST);
    }

    /** @param lead a lead's body as far as the text tells it: to be confirmed and sent by a person */
    record Answer(ReadLead lead, List<Found> found) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadLead(
            @Nullable String name,
            @Nullable ReadInvestor investor,
            @Nullable List<ReadContact> contacts,
            @Nullable ReadSource source,
            String content,
            @Nullable ReadInvestment investment,
            @Nullable ReadNeeds needs) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadInvestor(
            @Nullable String name,
            @Nullable String uscc,
            @Nullable String region) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadContact(
            @Nullable String name,
            @Nullable String title,
            @Nullable String phone,
            @Nullable String email) {}

    record ReadSource(String channel, String referrer) {}

    record ReadInvestment(Amount planned) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record ReadNeeds(
            @Nullable BigDecimal landMu,
            @Nullable BigDecimal floorM2,
            @Nullable BigDecimal powerKva) {}
}
