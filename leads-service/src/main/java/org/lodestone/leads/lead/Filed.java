package org.lodestone.leads.lead;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Plan.Paper;
import org.lodestone.leads.lead.Plan.PaperKind;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Decision.Line;

/** Files of a lead come and go: the history says so, and the paper that one is of knows where it is. */
public final class Filed {

    /** A paper that nobody wrote down before its file came. */
    private static final String BY_FILE = "f-";

    private Filed() {}

    /**
     * What a file is.
     *
     * @param document its code
     * @param kind absent where it is no paper of a lead
     * @param paper the id of the one it is of
     */
    public record Sheet(
            String document,
            @Nullable PaperKind kind,
            @Nullable String number,
            @Nullable LocalDate on,
            String title,
            @Nullable String paper) {}

    /** It came, or came back. */
    public static Decision<Lead> added(Lead lead, Sheet sheet, String line, ZoneRules rules, Command command) {
        return told(lead, sheet.kind() == null ? papers(lead) : with(sheet, papers(lead)), sheet, line, rules, command);
    }

    public static Decision<Lead> removed(Lead lead, Sheet sheet, String line, ZoneRules rules, Command command) {
        List<Paper> left = papers(lead).stream()
                .filter(paper -> !(BY_FILE + sheet.document()).equals(paper.id()))
                .map(paper -> sheet.document().equals(paper.file()) ? paper.filed(null) : paper)
                .toList();
        return told(lead, left, sheet, line, rules, command);
    }

    private static Decision<Lead> told(
            Lead lead, List<Paper> papers, Sheet sheet, String line, ZoneRules rules, Command command) {
        Plan plan = lead.plan();
        Lead next = lead.with(new Plan(
                        plan.business(), plan.investment(), plan.needs(), plan.expected(), plan.terms(), papers))
                .continued(rules, command);
        return new Decision<>(
                next,
                LeadEvents.changed(lead, next, List.of("files"), rules, command),
                new Line(line, null, null, null, sheet.title(), null));
    }

    private static List<Paper> papers(Lead lead) {
        return lead.plan().documents();
    }

    private static List<Paper> with(Sheet sheet, List<Paper> papers) {
        List<Paper> all = new ArrayList<>(papers);
        int place = place(papers, paper -> sheet.document().equals(paper.file()));
        String named = sheet.paper();
        if (place < 0 && named != null) {
            place = place(papers, paper -> named.equals(paper.id()));
        }
        if (place >= 0) {
            all.set(place, of(sheet, papers.get(place)));
        } else if (papers.size() < LeadForm.MOST_ITEMS) {
            all.add(new Paper(
                    BY_FILE + sheet.document(),
                    sheet.kind(),
                    sheet.number(),
                    sheet.on(),
                    sheet.title(),
                    sheet.document()));
        }
        return List.copyOf(all);
    }

    private static int place(List<Paper> papers, Predicate<Paper> which) {
        return IntStream.range(0, papers.size())
                .filter(place -> which.test(papers.get(place)))
                .findFirst()
                .orElse(-1);
    }

    /** What the file does not say, the paper says on. */
    private static Paper of(Sheet sheet, Paper known) {
        return new Paper(
                known.id(),
                known.kind(),
                sheet.number() == null ? known.number() : sheet.number(),
                sheet.on() == null ? known.on() : sheet.on(),
                known.title() == null ? sheet.title() : known.title(),
                sheet.document());
    }
}
