package org.lodestone.leads.document;

import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadView;
import org.lodestone.platform.document.StoredDocument;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;

/** Who may do what with a file of a lead that they can see. */
final class FileAccess {

    private FileAccess() {}

    /** A paper names people and their numbers: who sees the lead's contacts as they are may have it. */
    static boolean downloads(Lead lead, Scope scope) {
        return LeadView.seesContacts(lead, scope);
    }

    static Lead mayDownload(Lead lead, Scope scope) {
        if (!downloads(lead, scope)) {
            throw Problem.forbidden();
        }
        return lead;
    }

    /** Who brought a version of it; and managers. */
    static boolean removes(StoredDocument document, Scope scope) {
        return scope.may(Right.WRITE)
                || (scope.may(Right.WRITE_OWN)
                        && document.editions().stream()
                                .anyMatch(edition -> edition.by().equals(scope.subject())));
    }

    static StoredDocument mayRemove(StoredDocument document, Scope scope) {
        if (!removes(document, scope)) {
            throw Problem.forbidden();
        }
        return document;
    }
}
