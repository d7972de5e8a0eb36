package org.lodestone.leads.lead;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.NextAction;
import org.lodestone.leads.lead.Plan.Business;
import org.lodestone.leads.lead.Plan.Expected;
import org.lodestone.leads.lead.Plan.Investment;
import org.lodestone.leads.lead.Plan.Needs;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.leads.lead.Plan.Terms;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.Profile.Source;
import org.lodestone.platform.web.Checked;
import org.lodestone.platform.web.Checks;
import org.lodestone.platform.web.Uscc;

/**
 * What may be written about a lead, in the wire's names: the body of a POST, and what a PATCH is merged onto.
 *
 * @param at original moment, when history is brought in
 * @param by its original author
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LeadForm(
        @Nullable String zone,
        @Nullable String park,
        @Nullable String name,
        @Nullable Investor investor,
        @Nullable List<Contact> contacts,
        @Nullable Source source,
        @Nullable LocalDate receivedOn,
        @Nullable String industry,
        @Nullable String chain,
        @Nullable String content,
        @Nullable Investment investment,
        @Nullable Needs needs,
        @Nullable Expected expected,
        @Nullable Assignment assignment,
        @Nullable List<String> siteOptions,
        @Nullable String keyTerms,
        @Nullable List<String> tags,
        @Nullable List<Paper> documents,
        @Nullable NextAction nextAction,
        @Nullable Instant at,
        @Nullable String by)
        implements Checked {

    /** What everybody may see of a lead and nobody may set by PATCH. */
    static final Set<String> READ_ONLY = Set.of(
            "id",
            "number",
            "version",
            "zone",
            "state",
            "stateSince",
            "light",
            "clocks",
            "waiting",
            "score",
            "assessment",
            "lastFollowUpAt",
            "duplicateCheckAt",
            "duplicates",
            "projectId",
            "next",
            "createdAt",
            "createdBy",
            "updatedAt",
            "updatedBy",
            "held",
            "lost",
            "contract",
            "mergedInto",
            "transferredFrom",
            "transferredTo",
            "registration",
            "watchers",
            "watching");

    static final int MOST_ITEMS = 50;
    private static final int LONG_TEXT = 4000;

    /** What is written of a lead now. */
    public static LeadForm of(Lead lead) {
        Profile profile = lead.profile();
        Plan plan = lead.plan();
        Terms terms = plan.terms();
        return new LeadForm(
                lead.zone(),
                lead.park(),
                profile.name(),
                profile.investor(),
                profile.contacts(),
                profile.source(),
                profile.receivedOn(),
                plan.business().industry(),
                plan.business().chain(),
                plan.business().content(),
                plan.investment(),
                plan.needs(),
                plan.expected(),
                lead.assignment(),
                terms.siteOptions(),
                terms.keyTerms(),
                profile.tags(),
                plan.documents(),
                lead.care().nextAction(),
                null,
                null);
    }

    @Override
    public void check(Checks checks) {
        checks.requiredName("name", name).required("source.channel", source == null ? null : source.channel());
        checks.required("receivedOn", receivedOn).notInFuture("receivedOn", receivedOn, zone);
        checks.code("zone", zone).code("park", park).code("industry", industry).code("chain", chain);
        checks.text("content", content, LONG_TEXT).text("keyTerms", keyTerms, LONG_TEXT);
        checks.size("contacts", contacts, MOST_ITEMS).size("tags", tags, MOST_ITEMS);
        checks.size("documents", documents, MOST_ITEMS).size("siteOptions", siteOptions, MOST_ITEMS);
        each("tags", tags, checks::name);
        each("siteOptions", siteOptions, checks::name);
        checkInvestor(checks);
        each("contacts", contacts, (field, contact) -> checkContact(checks, field, contact));
        each("documents", documents, (field, paper) -> checkPaper(checks, field, paper));
        checkSource(checks);
        checkFigures(checks);
        checkPeople(checks);
    }

    private void checkInvestor(Checks checks) {
        if (investor != null) {
            checks.name("investor.name", investor.name()).uscc("investor.uscc", investor.uscc());
            checks.code("investor.region", investor.region()).code("investor.country", investor.country());
        }
    }

    private static void checkContact(Checks checks, String field, Contact contact) {
        checks.code(field + ".id", contact.id()).name(field + ".name", contact.name());
        checks.name(field + ".title", contact.title());
        if (isMasked(contact.phone())) {
            checks.add(field + ".phone", "masked");
        } else {
            checks.phone(field + ".phone", contact.phone());
        }
        if (isMasked(contact.email())) {
            checks.add(field + ".email", "masked");
        } else {
            checks.email(field + ".email", contact.email());
        }
    }

    /** What is known under its id was put back before; another masked value would overwrite what it hides. */
    private static boolean isMasked(@Nullable String value) {
        return value != null && value.contains("*");
    }

    private void checkPaper(Checks checks, String field, Paper paper) {
        checks.code(field + ".id", paper.id()).required(field + ".kind", paper.kind());
        checks.name(field + ".number", paper.number()).name(field + ".title", paper.title());
        checks.notInFuture(field + ".on", paper.on(), zone);
    }

    private void checkSource(Checks checks) {
        if (source != null) {
            checks.name("source.referrer", source.referrer()).text("source.note", source.note(), LONG_TEXT);
        }
    }

    private void checkFigures(Checks checks) {
        if (needs != null) {
            Stream.of(needs.landMu(), needs.floorM2(), needs.powerKva())
                    .filter(need -> need != null && need.signum() < 0)
                    .findFirst()
                    .ifPresent(_ -> checks.add("needs", "negative"));
            checks.text("needs.environment", needs.environment(), LONG_TEXT);
        }
        if (expected != null && expected.jobs() != null && expected.jobs() < 0) {
            checks.add("expected.jobs", "negative");
        }
    }

    private void checkPeople(Checks checks) {
        if (assignment != null) {
            checks.code("assignment.owner", assignment.owner()).code("assignment.sponsor", assignment.sponsor());
            checks.name("assignment.department", assignment.department());
        }
        check(checks, nextAction);
    }

    /** A next step has a date, or it is none. */
    static void check(Checks checks, @Nullable NextAction nextAction) {
        if (nextAction != null) {
            checks.required("nextAction.on", nextAction.on()).plausible("nextAction.on", nextAction.on());
            checks.requiredName("nextAction.what", nextAction.what());
        }
    }

    private static <T> void each(
            String field, @Nullable List<T> items, java.util.function.BiConsumer<String, T> check) {
        for (int i = 0; items != null && i < items.size(); i++) {
            check.accept(field + "[" + i + "]", items.get(i));
        }
    }

    String zoneOr(String fallback) {
        return zone == null ? fallback : zone;
    }

    public Assignment assignmentOrNone() {
        return assignment == null ? new Assignment(null, null, null) : assignment;
    }

    /** Checked before: name, source and date are there. */
    @SuppressWarnings("NullAway")
    Profile profile(List<Contact> present, String idPrefix) {
        return new Profile(
                name.strip(),
                investor == null ? null : normal(investor),
                Contact.revised(present, listed(contacts), idPrefix),
                source,
                receivedOn,
                listed(tags).stream().map(String::strip).distinct().toList());
    }

    /** Papers keep what is filed of them, whatever is sent; new ones get {@code idPrefix} and their place. */
    Plan plan(List<Paper> present, String idPrefix) {
        List<Paper> papers = listed(documents);
        return new Plan(
                new Business(industry, chain, content),
                investment,
                needs,
                expected,
                new Terms(listed(siteOptions), keyTerms),
                java.util.stream.IntStream.range(0, papers.size())
                        .mapToObj(place -> identified(papers.get(place), idPrefix + place))
                        .map(paper -> paper.filed(fileOf(paper, present)))
                        .toList());
    }

    private static Investor normal(Investor investor) {
        String uscc = investor.uscc() == null ? null : Uscc.normalise(investor.uscc());
        String country = investor.country() == null ? null : investor.country().toUpperCase(Locale.ROOT);
        return new Investor(investor.name(), uscc, investor.region(), country);
    }

    private static Paper identified(Paper paper, String newId) {
        return paper.id() != null
                ? paper
                : new Paper(newId, paper.kind(), paper.number(), paper.on(), paper.title(), null);
    }

    private static @Nullable String fileOf(Paper paper, List<Paper> present) {
        return present.stream()
                .filter(known ->
                        known.file() != null && known.id() != null && known.id().equals(paper.id()))
                .findFirst()
                .map(Paper::file)
                .orElse(null);
    }

    private static <T> List<T> listed(@Nullable List<T> items) {
        return items == null ? List.of() : List.copyOf(items);
    }
}
