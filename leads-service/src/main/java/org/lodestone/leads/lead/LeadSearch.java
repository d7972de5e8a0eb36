package org.lodestone.leads.lead;

import java.util.Locale;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.platform.search.SearchDocument;
import org.lodestone.platform.search.SearchMapping;
import org.lodestone.platform.search.SearchSchema;
import org.lodestone.platform.web.Amount;

/** How leads are listed and found. Contacts are left out: a search must not tell what the reader may not see. */
final class LeadSearch implements SearchMapping<Lead> {

    private static final SearchSchema SCHEMA = SearchSchema.of("lead", 4)
            .keyword("state")
            .keyword("owner")
            .keyword("createdBy")
            .keyword("chain")
            .keyword("channel")
            .keyword("referrer")
            .keywords("tag")
            .keywords("watcher")
            .keyword("pool")
            .keyword("unended")
            .keyword("uscc")
            .keyword("companyKey")
            .terms("alike")
            .terms("kind")
            .text("name", 3f)
            .text("number", 3f)
            .text("investor", 2f)
            .prose("content", 1f)
            .decimal("amount")
            .integer("score")
            .integer("scoredBy")
            .date("receivedOn")
            .instant("createdAt")
            .instant("updatedAt")
            .instant("stateSince")
            .instant("yellowAt")
            .instant("redAt")
            .instant("caredAt")
            .build();

    private final LeadScores scores;
    private final DuplicateKeys alike;

    LeadSearch(LeadScores scores, DuplicateKeys alike) {
        this.scores = scores;
        this.alike = alike;
    }

    @Override
    public SearchSchema schema() {
        return SCHEMA;
    }

    @Override
    public boolean listed(Lead lead) {
        return !lead.isWithdrawn();
    }

    @Override
    public void map(Lead lead, SearchDocument doc) {
        Profile profile = lead.profile();
        Plan plan = lead.plan();
        doc.put("name", profile.name())
                .put("number", lead.number())
                .put("content", plan.business().content());
        doc.put("state", lead.progress().state())
                .put("stateSince", lead.progress().since());
        doc.put("owner", lead.assignment().owner())
                .put("createdBy", lead.trace().createdBy());
        doc.put("chain", plan.business().chain())
                .put("channel", profile.source().channel());
        doc.put("referrer", profile.source().referrer()).put("tag", profile.tags());
        doc.put("receivedOn", profile.receivedOn());
        doc.put("createdAt", lead.trace().createdAt())
                .put("updatedAt", lead.trace().updatedAt());
        doc.put("yellowAt", lead.yellowAt()).put("redAt", lead.redAt());
        String owner = lead.assignment().owner();
        doc.put("watcher", lead.custody().watchers());
        doc.put("pool", owner == null && lead.isOpen() ? LeadQuery.OPEN : null);
        doc.put("unended", lead.isUnended() ? "yes" : null).put("caredAt", lead.caredAt());
        LeadScores.Judged judged = scores.of(lead);
        doc.put("score", judged.score()).put("scoredBy", judged.settingsVersion());
        doc.put("alike", alike.same(lead)).put("kind", alike.kind(lead));
        Amount planned = plan.planned();
        doc.put("amount", planned == null ? null : planned.toCny());
        if (profile.investor() != null) {
            map(profile.investor(), doc);
        }
    }

    private static void map(Investor investor, SearchDocument doc) {
        doc.put("investor", investor.name());
        doc.put("uscc", investor.uscc() == null ? null : investor.uscc().toUpperCase(Locale.ROOT));
        doc.put("companyKey", investor.name() == null ? null : CompanyName.normalised(investor.name()));
    }
}
