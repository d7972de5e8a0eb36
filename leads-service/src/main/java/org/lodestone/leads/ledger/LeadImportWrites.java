package org.lodestone.leads.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.lead.Care.FollowUp;
import org.lodestone.leads.lead.DuplicateFinder;
import org.lodestone.leads.lead.DuplicateFinder.Newcomer;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.lead.Past;
import org.lodestone.leads.lead.PastLeads;
import org.lodestone.leads.lead.PastLeads.Revision;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.imports.ImportProcess;
import org.lodestone.platform.imports.ImportReason;
import org.lodestone.platform.imports.ImportTarget.Applied;
import org.lodestone.platform.imports.ImportTarget.Effect;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes rows. The key of each command is the import and the row, so a row is written once. */
@Component
class LeadImportWrites {

    private final PastLeads leads;
    private final DuplicateFinder duplicates;
    private final LeadImportTrail trails;
    private final BusinessClock clock;

    LeadImportWrites(PastLeads leads, DuplicateFinder duplicates, LeadImportTrail trails, BusinessClock clock) {
        this.leads = leads;
        this.duplicates = duplicates;
        this.trails = trails;
        this.clock = clock;
    }

    Instant now() {
        return clock.now();
    }

    Past.Reached rehearse(ImportProcess of, LeadImportRow row) {
        return leads.rehearse(entry(of, row, "", List.of()), command(of, row, "rehearsal"));
    }

    /** A block of numbers for each year the rows are of. */
    private Mono<Map<Integer, String>> numbered(ImportProcess of, List<LeadImportRow> rows) {
        Map<Integer, List<LeadImportRow>> years = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> row.entry().at().atZone(leads.timeOf(of.zone())).getYear()));
        Map<Integer, String> numbers = new HashMap<>();
        return Flux.fromIterable(years.entrySet())
                .concatMap(year -> leads.numbers(
                                of.zone(), year.getKey(), year.getValue().size())
                        .doOnNext(block -> {
                            Iterator<String> next = block.iterator();
                            year.getValue().forEach(row -> numbers.put(row.row().number(), next.next()));
                        }))
                .then(Mono.just(numbers));
    }

    private record Draft(LeadImportRow row, Command command) {}

    /** What seems to be the same by now is noted on the lead: the preview asked, and somebody said to import. */
    Flux<Applied> create(ImportProcess of, List<LeadImportRow> rows) {
        if (rows.isEmpty()) {
            return Flux.empty();
        }
        List<Draft> drafts = rows.stream()
                .map(row -> new Draft(row, command(of, row, "create")))
                .toList();
        return numbered(of, rows)
                .zipWith(duplicates.findAll(
                        of.zone(), drafts.stream().map(this::newcomer).toList()))
                .map(known -> arrivals(of, drafts, known.getT1(), known.getT2()))
                .flatMap(leads::bringAll)
                .flatMapIterable(outcomes -> IntStream.range(0, rows.size())
                        .mapToObj(i -> applied(rows.get(i), Effect.CREATED, outcomes.get(i)))
                        .toList());
    }

    private Newcomer newcomer(Draft draft) {
        return new Newcomer(leads.idOf(draft.command()), draft.row().entry().form());
    }

    private static List<PastLeads.Arrival> arrivals(
            ImportProcess of, List<Draft> drafts, Map<Integer, String> numbers, List<List<String>> duplicates) {
        return IntStream.range(0, drafts.size())
                .mapToObj(i -> {
                    Draft draft = drafts.get(i);
                    String number =
                            Objects.requireNonNull(numbers.get(draft.row().row().number()));
                    return new PastLeads.Arrival(entry(of, draft.row(), number, duplicates.get(i)), draft.command());
                })
                .toList();
    }

    private static PastLeads.Entry entry(ImportProcess of, LeadImportRow row, String number, List<String> duplicates) {
        LeadImportEntry entry = row.entry();
        return new PastLeads.Entry(number, of.zone(), entry.form(), entry.assignment(), duplicates, row.past());
    }

    String trail(Lead lead, LeadImportRow row) {
        LeadForm before = LeadForm.of(lead);
        return trails.of(lead.id(), before, trails.over(before, row.said().form(lead.zone())));
    }

    Mono<Applied> update(ImportProcess of, LeadImportRow row, @Nullable String trail, Instant now) {
        if (trail == null) {
            return Mono.just(new Applied(row.row().number(), Effect.FAILED, null, null, List.of()));
        }
        Command command = now(of, row, "update", now);
        String id = trails.idOf(trail);
        return leads.find(command.scope(), id)
                .flatMap(lead -> {
                    Revision next = forth(lead, row, trail);
                    boolean same = !trails.changes(LeadForm.of(lead), next.form())
                            && next.followUps().equals(lead.care().followUps());
                    return same
                            ? Mono.just(new Applied(
                                    row.row().number(),
                                    Effect.SKIPPED,
                                    null,
                                    null,
                                    List.of(ImportReason.row("import.nothing-new"))))
                            : write(id, row, trail, command);
                })
                .onErrorResume(Problem.class, problem -> Mono.just(failed(row, problem)));
    }

    private Mono<Applied> write(String id, LeadImportRow row, String trail, Command command) {
        return duplicates
                .find(command.scope().zones().iterator().next(), trails.after(trail), id)
                .flatMap(found -> leads.catchUp(id, command, found, lead -> forth(lead, row, trail)))
                .map(outcome -> applied(row, Effect.UPDATED, outcome));
    }

    private Revision forth(Lead lead, LeadImportRow row, String trail) {
        List<FollowUp> followUps = new ArrayList<>(lead.care().followUps());
        for (FollowUp told : row.past().followUps()) {
            boolean known = followUps.stream()
                    .anyMatch(one -> one.id().equals(told.id()) || one.summary().equals(told.summary()));
            if (!known) {
                followUps.add(told);
            }
        }
        followUps.sort(java.util.Comparator.comparing(FollowUp::at));
        return new Revision(trails.forth(LeadForm.of(lead), trail).form(), List.copyOf(followUps));
    }

    private static Applied applied(LeadImportRow row, Effect effect, Outcome<Lead> outcome) {
        int number = row.row().number();
        return switch (outcome) {
            case Outcome.Done<Lead>(Lead lead) -> new Applied(number, effect, lead.id(), lead.version(), List.of());
            case Outcome.Replayed<Lead>(Lead lead, int _) ->
                new Applied(number, effect, lead.id(), effect == Effect.CREATED ? 1 : lead.version(), List.of());
            case Outcome.Absent<Lead> _ -> failed(row, Problem.notFound());
            case Outcome.Stale<Lead> _, Outcome.KeyReused<Lead> _, Outcome.Busy<Lead> _ -> failed(row, Problem.busy());
            case Outcome.Backlogged<Lead> _ -> failed(row, Problem.unavailable(1));
        };
    }

    private static Applied failed(LeadImportRow row, Problem problem) {
        return new Applied(
                row.row().number(),
                Effect.FAILED,
                null,
                null,
                List.of(ImportReason.row("import.failed", problem.slug())));
    }

    /** History: at the moment and by the author the ledger names, recorded now by who imports. */
    private Command command(ImportProcess of, LeadImportRow row, String what) {
        String key = key(of, row.row().number(), what);
        return new Command(
                of.owner().scope(of.zone()),
                key,
                key,
                null,
                row.entry().at(),
                row.entry().author(),
                clock.now(),
                true);
    }

    private static Command now(ImportProcess of, LeadImportRow row, String what, Instant now) {
        String key = key(of, row.row().number(), what);
        return new Command(
                of.owner().scope(of.zone()), key, key, null, now, of.owner().subject(), now, true);
    }

    static String key(ImportProcess of, int row, String what) {
        return "import:" + of.id() + ':' + row + ':' + what;
    }
}
