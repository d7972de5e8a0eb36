package org.lodestone.leads.document;

import org.lodestone.leads.lead.Filed;
import org.lodestone.leads.lead.Filed.Sheet;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.ZoneRules;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.document.DocumentOwner;
import org.lodestone.platform.document.DocumentTarget;
import org.lodestone.platform.document.StoredDocument;
import org.lodestone.platform.document.StoredDocument.About;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells a lead what was filed of it: one command, one event, without a word of what is in the file. */
@Component
class LeadFiles implements DocumentTarget {

    private static final String KIND = "lead";
    private static final int OK = 200;
    private static final int RETRY_SECONDS = 5;

    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;

    LeadFiles(AggregateStore<Lead> leads, LeadDesk desk) {
        this.leads = leads;
        this.desk = desk;
    }

    static DocumentOwner owner(Lead lead) {
        return new DocumentOwner(KIND, lead.id(), lead.zone());
    }

    @Override
    public Mono<Void> hear(Occurrence occurrence) {
        Command command = Command.ofSystem(occurrence.key(), occurrence.by(), occurrence.at());
        Sheet sheet = sheet(occurrence.document());
        return leads.change(
                        occurrence.document().owner().id(),
                        command,
                        OK,
                        lead -> decide(lead, occurrence.what(), sheet, command))
                .doOnNext(LeadFiles::written)
                .then()
                // Withdrawn meanwhile: there is nobody to tell.
                .onErrorResume(
                        error -> error instanceof Problem gone && gone.slug().equals("gone"), _ -> Mono.empty());
    }

    private Decision<Lead> decide(Lead lead, What what, Sheet sheet, Command command) {
        ZoneRules rules = desk.rules(lead.zone());
        return switch (what) {
            case ADDED -> Filed.added(lead, sheet, "document-added", rules, command);
            case REMOVED -> Filed.removed(lead, sheet, "document-removed", rules, command);
            case RESTORED -> Filed.added(lead, sheet, "document-restored", rules, command);
        };
    }

    private static Sheet sheet(StoredDocument document) {
        About about = document.about();
        return new Sheet(
                document.code(),
                FileKind.valueOf(about.kind()).paper(),
                about.number(),
                about.on(),
                about.title(),
                about.belongsTo());
    }

    private static void written(Outcome<Lead> outcome) {
        switch (outcome) {
            case Outcome.Done<Lead> _,
                    Outcome.Replayed<Lead> _,
                    Outcome.Absent<Lead> _,
                    Outcome.Stale<Lead> _,
                    Outcome.KeyReused<Lead> _ -> {}
            case Outcome.Busy<Lead> _, Outcome.Backlogged<Lead> _ -> throw Problem.unavailable(RETRY_SECONDS);
        }
    }
}
