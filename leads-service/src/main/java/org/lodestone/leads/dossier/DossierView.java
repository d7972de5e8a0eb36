package org.lodestone.leads.dossier;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Contact;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadView;
import org.lodestone.leads.lead.Light;
import org.lodestone.leads.lead.Profile.Investor;
import org.lodestone.leads.lead.RegistrationOf.Held;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Amount;
import org.lodestone.platform.web.Uscc;

/**
 * A company as the wire has it, for one reader.
 *
 * @param name as the newest lead has it
 * @param names all the ways it is written
 * @param leads newest first, at most 200
 * @param leadCount all of them, as far as they are counted
 * @param contacts absent for a mere viewer
 */
record DossierView(
        String id,
        String name,
        List<String> names,
        @Nullable String uscc,
        @Nullable Boolean usccValid,
        @Nullable String region,
        @Nullable String country,
        List<LeadLine> leads,
        long leadCount,
        @Nullable List<ContactLine> contacts,
        List<RegistrationLine> registrations,
        List<ProjectFact> projects,
        List<LinkLine> links,
        boolean mayLink) {

    record LeadLine(
            String id,
            String number,
            String name,
            String zone,
            @Nullable String park,
            String state,
            Instant stateSince,
            Light light,
            @Nullable String owner,
            LocalDate receivedOn,
            @Nullable Amount planned,
            @Nullable String projectId,
            Instant updatedAt) {

        static LeadLine of(Lead lead, Instant now) {
            return new LeadLine(
                    lead.id(),
                    lead.number(),
                    lead.profile().name(),
                    lead.zone(),
                    lead.park(),
                    lead.progress().state(),
                    lead.progress().since(),
                    lead.lightAt(now),
                    lead.assignment().owner(),
                    lead.profile().receivedOn(),
                    lead.plan().planned(),
                    opened(lead),
                    lead.trace().updatedAt());
        }
    }

    record ContactLine(
            String leadId,
            @Nullable String id,
            @Nullable String name,
            @Nullable String title,
            @Nullable String phone,
            @Nullable String email) {}

    record RegistrationLine(String leadId, String id, String state, Instant until) {

        static RegistrationLine of(Lead lead, Held held) {
            return new RegistrationLine(lead.id(), held.id(), held.state(), held.until());
        }
    }

    static @Nullable String opened(Lead lead) {
        return lead.progress().signing() == null
                ? null
                : lead.progress().signing().projectId();
    }

    static DossierView of(Firm firm, List<Lead> leads, long total, Beside beside, Scope scope) {
        String uscc = firm.key().uscc();
        String name = name(firm, leads, beside.links());
        return new DossierView(
                firm.key().id(),
                name,
                leads.stream()
                        .map(lead -> Objects.requireNonNull(lead.profile().investor())
                                .name())
                        .filter(Objects::nonNull)
                        .distinct()
                        .toList(),
                uscc,
                uscc == null ? null : Uscc.isValid(uscc),
                first(leads, Investor::region),
                first(leads, Investor::country),
                leads.stream().map(lead -> LeadLine.of(lead, beside.now())).toList(),
                total,
                contacts(leads, scope),
                beside.registrations(),
                beside.projects(),
                beside.links().stream()
                        .map(link -> LinkLine.of(link, firm, scope))
                        .toList(),
                LinkAccess.links(scope));
    }

    private static String name(Firm firm, List<Lead> leads, List<Link> links) {
        String name = first(leads, Investor::name);
        return name != null
                ? name
                : links.stream()
                        .flatMap(link -> Stream.of(link.from(), link.to()))
                        .filter(end -> firm.ids().contains(end.key()))
                        .map(Link.End::name)
                        .findFirst()
                        .orElse(firm.key().shown());
    }

    /** What is known beside the leads. */
    record Beside(Instant now, List<RegistrationLine> registrations, List<ProjectFact> projects, List<Link> links) {}

    private static @Nullable String first(List<Lead> leads, Function<Investor, @Nullable String> part) {
        for (Lead lead : leads) {
            String value = part.apply(Objects.requireNonNull(lead.profile().investor()));
            if (value != null) {
                return value;
            }
        }
        return null;
    }

    /** The same person in several leads is one, with the newest. */
    private static @Nullable List<ContactLine> contacts(List<Lead> leads, Scope scope) {
        List<ContactLine> lines = new ArrayList<>();
        Set<List<@Nullable String>> known = new HashSet<>();
        for (Lead lead : leads) {
            List<Contact> contacts = LeadView.contacts(lead, scope);
            if (contacts == null) {
                return null;
            }
            for (Contact one : contacts) {
                if (known.add(Arrays.asList(one.name(), one.title(), one.phone(), one.email()))) {
                    lines.add(new ContactLine(lead.id(), one.id(), one.name(), one.title(), one.phone(), one.email()));
                }
            }
        }
        return lines;
    }
}
