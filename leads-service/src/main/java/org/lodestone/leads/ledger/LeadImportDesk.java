package org.lodestone.leads.ledger;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.directory.Directory;
import org.lodestone.leads.lead.PastLeads;
import org.lodestone.leads.ledger.LeadImportSpeech.Words;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Commands;
import org.lodestone.platform.web.FieldProblem;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;

/** What stands around an import: its zone, its id, its words. */
@Component
class LeadImportDesk {

    private final Directory directory;
    private final PastLeads leads;
    private final Commands commands;
    private final LeadImportSpeech speech;

    LeadImportDesk(Directory directory, PastLeads leads, Commands commands, LeadImportSpeech speech) {
        this.directory = directory;
        this.leads = leads;
        this.commands = commands;
        this.speech = speech;
    }

    /** May be left out by someone of one zone. */
    String zone(@Nullable String asked, Scope scope) {
        String zone = asked == null && scope.zones().size() == 1 && !scope.everyZone()
                ? scope.zones().iterator().next()
                : asked;
        if (zone == null) {
            throw Problem.invalid(FieldProblem.of("zone", "required"));
        }
        if (!scope.covers(zone, null)) {
            throw Problem.zoneNotYours(zone);
        }
        if (directory.zone(zone).isEmpty()) {
            throw Problem.invalid(FieldProblem.of("zone", "unknown"));
        }
        return zone;
    }

    /** The same for the same Idempotency-Key. */
    String newId(ServerWebExchange exchange, Scope scope, String zone) {
        return leads.idOf(commands.of(exchange, scope, zone, false));
    }

    Words words(ImportProcess process, Locale locale) {
        return speech.words(process, locale);
    }
}
