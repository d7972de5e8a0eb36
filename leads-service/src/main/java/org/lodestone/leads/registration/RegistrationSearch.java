package org.lodestone.leads.registration;

import org.lodestone.leads.duplicate.NearFirm;
import org.lodestone.platform.search.SearchDocument;
import org.lodestone.platform.search.SearchMapping;
import org.lodestone.platform.search.SearchSchema;

/** How registrations are listed. */
final class RegistrationSearch implements SearchMapping<Registration> {

    private static final SearchSchema SCHEMA = SearchSchema.of("registration", 3)
            .keyword("state")
            .keyword("leadId")
            .keyword("further")
            .text("firm", 3f)
            .text("project", 2f)
            .text("number", 2f)
            .instant("until")
            .instant("takenAt")
            .instant("disputedAt")
            .terms(NearFirm.ALIKE)
            .bytes(NearFirm.FACTS)
            .build();

    @Override
    public SearchSchema schema() {
        return SCHEMA;
    }

    @Override
    public void map(Registration registration, SearchDocument doc) {
        Registration.Subject subject = registration.subject();
        doc.put("state", registration.standing().state().name()).put("leadId", subject.leadId());
        doc.put("further", Boolean.toString(subject.further()));
        doc.put("firm", subject.firm()).put("project", subject.project()).put("number", subject.leadNumber());
        doc.put("until", registration.term().until())
                .put("takenAt", registration.term().takenAt());
        doc.put("disputedAt", registration.standing().waitingSince());
        NearFirm firm = NearFirm.of(subject.firm(), subject.uscc());
        doc.put(NearFirm.ALIKE, firm.keys()).put(NearFirm.FACTS, firm.kept());
    }
}
