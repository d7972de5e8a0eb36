package org.lodestone.leads.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.lodestone.leads.lead.Profile.Channel;
import org.lodestone.leads.ledger.LeadImportView.Kept;
import org.lodestone.leads.ledger.LeadImportView.Reason;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.StoredRow;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Says what an import says in the reader's language. */
@Component
class LeadImportSpeech {

    private final MessageSource messages;
    private final LedgerWords ledger;

    LeadImportSpeech(MessageSource messages, LedgerWords ledger) {
        this.messages = messages;
        this.ledger = ledger;
    }

    Words words(ImportProcess process, Locale locale) {
        return new Words(this, process, locale);
    }

    /** Of one import, whose rows have their places and whose zone its states. */
    record Words(LeadImportSpeech speech, ImportProcess process, Locale locale) {

        /** Their first argument is the code of a state. */
        private static final Set<String> OF_STATE = Set.of("import.state-lower", "import.state-stays");

        /** Its second one is the code of a channel. */
        private static final String OF_CHANNEL = "import.channel-read";

        Reason of(ImportReason reason) {
            Integer row = reason.ofRow();
            ImportProcess.Place place = row == null ? null : process.place(row);
            return new Reason(
                    reason.column(),
                    reason.code(),
                    place == null || place.sheet() == null ? words(reason) : sameAs(place),
                    reason.of(),
                    reason.ofId(),
                    place == null ? null : place.sheet(),
                    place == null ? null : place.row());
        }

        private String sameAs(ImportProcess.Place place) {
            return say("field.same-as-row-of-sheet", "", String.valueOf(place.sheet()), Integer.toString(place.row()));
        }

        private String words(ImportReason reason) {
            List<Object> arguments = new ArrayList<>(reason.arguments());
            if (OF_STATE.contains(reason.code()) && !arguments.isEmpty()) {
                arguments.set(
                        0,
                        speech.ledger.state(process.zone(), reason.arguments().getFirst(), locale));
            }
            if (reason.code().equals(OF_CHANNEL) && arguments.size() == 2) {
                Channel channel = Channel.valueOf(reason.arguments().getLast());
                arguments.set(1, LedgerWords.nameOf(channel, locale));
            }
            return say("field." + reason.code(), reason.code(), arguments.toArray());
        }

        String say(String code, String otherwise, Object... arguments) {
            String words = speech.messages.getMessage(code, arguments, otherwise, locale);
            return words == null ? otherwise : words;
        }

        Kept kept(StoredRow row) {
            String because = row.kept() == null ? "" : row.kept();
            int fields = because.indexOf(':');
            String code = fields < 0 ? because : because.substring(0, fields);
            String leadId = row.result() == null ? null : row.result().id();
            ImportProcess.Place place = process.place(row.row());
            return new Kept(
                    place.sheet(),
                    place.row(),
                    leadId,
                    because,
                    say("field.import.kept." + code, because, fields < 0 ? "" : because.substring(fields + 1)));
        }
    }
}
