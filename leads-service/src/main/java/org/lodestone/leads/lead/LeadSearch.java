package org.lodestone.leads.lead;

import java.util.List;
import java.util.Locale;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.Progress.Stay;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.search.SearchDocument;
import org.lodestone.platform.search.SearchMapping;
import org.lodestone.platform.search.SearchSchema;
import org.lodestone.platform.web.Amount;

/** How leads are listed and found. Contacts are left out: a search must not tell what the reader may not see. */
final class LeadSearch implements SearchMapping<Lead> {

    static final String RECEIVED_ON = "receivedOn";
    /** The days on which something falls due, in the time of the zone. */
    static final String DUE_ON = "dueOn";
    /** What a lead stood like when, as figures count. */
    static final String STANDING = "standing";
    /** Which state it was in when. */
    static final String TRAIL = "trail";

    static final String LOST_REASON = "lostReason";
    /** When it was known how it was answered: as soon as it was, or had to be. */
    static final String ANSWER_KNOWN_AT = "answerKnownAt";

    static final String ANSWERED_IN_TIME_AT = "answeredInTimeAt";

    private final SearchSchema schema;
    private final LeadScores scores;
    private final DuplicateKeys alike;
    private final LeadDesk desk;

    LeadSearch(LeadScores scores, DuplicateKeys alike, LeadDesk desk) {
        this.schema = schema(desk.states());
        this.scores = scores;
        this.alike = alike;
        this.desk = desk;
    }

    private static SearchSchema schema(List<String> states) {
        return SearchSchema.of("lead", 13)
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
                .keywords("clock")
                .keyword("firstClock")
                .keywords(DUE_ON)
                .keyword("uscc")
                .keyword("companyKey")
                .terms("alike")
                .terms("kind")
                .bytes("facts")
                .text("name", 3f)
                .text("number", 3f)
                .text("investor", 2f)
                .prose("content", 1f)
                .decimal("amount")
                .integer("score")
                .integer("scoredBy")
                .date(RECEIVED_ON)
                .instant("createdAt")
                .instant("updatedAt")
                .instant("stateSince")
                .instant("yellowAt")
                .instant("redAt")
                .instant("caredAt")
                .instant("waitingUntil")
                .timeline(STANDING, Standing.NAMES)
                .timeline(TRAIL, states)
                .keyword("region")
                .keyword(LOST_REASON)
                .instant(ANSWER_KNOWN_AT)
                .instant(ANSWERED_IN_TIME_AT)
                .build();
    }

    @Override
    public SearchSchema schema() {
        return schema;
    }

    @Override
    public boolean listed(Lead lead) {
        return !lead.isWithdrawn();
    }

    @Override
    public void texts(Lead lead, SearchDocument doc) {
        doc.put("name", lead.profile().name())
                .put("number", lead.number())
                .put("content", lead.plan().business().content());
        Investor investor = lead.profile().investor();
        doc.put("investor", investor == null ? null : investor.name());
    }

    @Override
    public void map(Lead lead, SearchDocument doc) {
        Profile profile = lead.profile();
        Plan plan = lead.plan();
        texts(lead, doc);
        doc.put("state", lead.progress().state())
                .put("stateSince", lead.progress().since());
        doc.put("owner", lead.assignment().owner())
                .put("createdBy", lead.trace().createdBy());
        doc.put("chain", plan.business().chain())
                .put("channel", profile.source().channel());
        doc.put("referrer", profile.source().referrer()).put("tag", profile.tags());
        doc.put(RECEIVED_ON, profile.receivedOn());
        doc.put("createdAt", lead.trace().createdAt())
                .put("updatedAt", lead.trace().updatedAt());
        doc.put("yellowAt", lead.yellowAt()).put("redAt", lead.redAt());
        doc.put("clock", lead.care().dues().stream().map(Care.Due::kind).toList());
        ZoneRules rules = desk.rules(lead.zone());
        doc.put(
                DUE_ON,
                lead.care().dues().stream()
                        .map(due -> rules.dayOf(lead, due).toString())
                        .distinct()
                        .toList());
        doc.put("firstClock", lead.firstDue().map(Care.Due::kind).orElse(null));
        doc.put("waitingUntil", lead.sleepsUntil());
        String owner = lead.assignment().owner();
        doc.put("watcher", lead.custody().watchers());
        doc.put("pool", owner == null && lead.isOpen() ? LeadQuery.OPEN : null);
        doc.put("unended", lead.isUnended() ? "yes" : null).put("caredAt", lead.caredAt());
        LeadScores.Judged judged = scores.of(lead);
        doc.put("score", judged.score()).put("scoredBy", judged.settingsVersion());
        DuplicateKeys.Kept kept = alike.of(lead);
        doc.put("alike", kept.same()).put("kind", kept.kind()).put("facts", kept.facts());
        Amount planned = plan.planned();
        doc.put("amount", planned == null ? null : planned.toCny());
        dated(lead, rules.template(), doc);
        if (profile.investor() != null) {
            map(profile.investor(), doc);
        }
    }

    /** What figures for any date are counted from. */
    private static void dated(Lead lead, PipelineTemplate template, SearchDocument doc) {
        for (Stay stay : lead.progress().stays()) {
            Standing standing = template.find(stay.state())
                    .map(State::category)
                    .map(Standing::of)
                    .orElse(Standing.GONE);
            doc.put(TRAIL, stay.from(), stay.state()).put(STANDING, stay.from(), standing.name());
        }
        Progress.Loss lost = lead.progress().lost();
        doc.put(LOST_REASON, lost == null ? null : lost.reason());
        Response response = lead.trace().response();
        if (response != null) {
            doc.put(ANSWER_KNOWN_AT, response.knownAt());
            doc.put(ANSWERED_IN_TIME_AT, response.isInTime() ? response.at() : null);
        }
    }

    private static void map(Investor investor, SearchDocument doc) {
        doc.put("region", investor.region());
        doc.put("uscc", investor.uscc() == null ? null : investor.uscc().toUpperCase(Locale.ROOT));
        doc.put("companyKey", investor.name() == null ? null : CompanyName.normalised(investor.name()));
    }
}
