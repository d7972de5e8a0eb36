package org.lodestone.leads.lead;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lodestone.platform.security.Role;

class ContactTests {

    private static final Contact KNOWN = new Contact("c1-0", "项目负责人", "总经理", "13812345678", "lead@example.com");

    @Test
    void phoneAndEmailAreMaskedRecognisably() {
        assertThat(KNOWN.masked()).isEqualTo(new Contact("c1-0", "项目负责人", "总经理", "138****5678", "l****@example.com"));
        assertThat(new Contact(null, null, null, "123", "x").masked())
                .isEqualTo(new Contact(null, null, null, "****", "****"));
    }

    @Test
    void aMaskedValueThatComesBackChangesNothing() {
        Contact sent = new Contact("c1-0", "新名字", null, "138****5678", "new@example.com");

        assertThat(Contact.revised(List.of(KNOWN), List.of(sent), "c2-"))
                .containsExactly(new Contact("c1-0", "新名字", null, "13812345678", "new@example.com"));
    }

    @Test
    void newContactsGetIdsAndMissingOnesAreGone() {
        Contact sent = new Contact(null, "另一人", null, null, null);

        assertThat(Contact.revised(List.of(KNOWN), List.of(sent), "c2-"))
                .containsExactly(new Contact("c2-0", "另一人", null, null, null));
    }

    @Test
    void officersSeeTheContactsOfTheirOwnLeadsOnly() {
        Lead lead = LeadFixtures.newLead();

        assertThat(LeadView.seesContacts(lead, LeadFixtures.scope("officer.yuanqu", Role.OFFICER)))
                .isTrue();
        assertThat(LeadView.seesContacts(lead, LeadFixtures.scope("officer.other", Role.OFFICER)))
                .isFalse();
        assertThat(LeadView.seesContacts(lead, LeadFixtures.scope("manager.yuanqu", Role.MANAGER)))
                .isTrue();
        assertThat(LeadView.seesContacts(lead, LeadFixtures.scope("city", Role.CITY)))
                .isFalse();
    }
}
