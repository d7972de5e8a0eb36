package org.lodestone.leads.bulk;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.AssignmentService;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.LeadService;
import org.lodestone.leads.lead.Move;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.bulk.BulkJob;
import org.lodestone.platform.bulk.BulkOrder;
import org.lodestone.platform.bulk.BulkTarget;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Scope;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Each row goes the way a single request would go: the same rights, gates, limits, events. */
@Component
class LeadBulk implements BulkTarget<Lead> {

    private static final String OWNER = "owner";
    private static final String STATE = "state";

    private final AggregateStore<Lead> leads;
    private final LeadService service;
    private final AssignmentService assignment;
    private final LeadDesk desk;

    LeadBulk(AggregateStore<Lead> leads, LeadService service, AssignmentService assignment, LeadDesk desk) {
        this.leads = leads;
        this.service = service;
        this.assignment = assignment;
        this.desk = desk;
    }

    @Override
    public String kind() {
        return "lead-bulk";
    }

    @Override
    public Mono<Lead> find(Scope scope, String id) {
        return leads.find(scope, id);
    }

    @Override
    public String number(Lead lead) {
        return lead.number();
    }

    @Override
    public Map<String, List<String>> mark(BulkOrder order, Lead lead) {
        return switch (action(order)) {
            case ASSIGN, CLAIM, RELEASE -> {
                String owner = lead.assignment().owner();
                yield Map.of(OWNER, owner == null ? List.of() : List.of(owner));
            }
            case TRANSITION -> Map.of(STATE, List.of(lead.progress().state()));
            case TAG -> tags(order, lead);
        };
    }

    /** By place, since a tag may be what no field may be called. */
    private static Map<String, List<String>> tags(BulkOrder order, Lead lead) {
        List<String> named = named(order);
        Map<String, List<String>> present = new TreeMap<>();
        IntStream.range(0, named.size())
                .forEach(place -> present.put(
                        "tag" + place,
                        lead.profile().tags().contains(named.get(place)) ? List.of(named.get(place)) : List.of()));
        return present;
    }

    private static List<String> named(BulkOrder order) {
        return Stream.concat(order.values("add").stream(), order.values("remove").stream())
                .toList();
    }

    @Override
    public Mono<Outcome<Lead>> act(BulkOrder order, String id, Command command) {
        return switch (action(order)) {
            case ASSIGN ->
                assignment.assign(id, Objects.requireNonNull(order.value(OWNER)), order.value("reason"), command);
            case CLAIM -> assignment.claim(id, command);
            case RELEASE -> assignment.release(id, order.value("reason"), command);
            case TRANSITION -> service.move(id, move(order), command);
            case TAG -> service.tag(id, order.values("add"), order.values("remove"), command);
        };
    }

    private static Move move(BulkOrder order) {
        String revisit = order.value("revisitOn");
        return new Move(
                order.value("to"),
                order.value("reason"),
                order.value("note"),
                null,
                revisit == null ? null : LocalDate.parse(revisit),
                order.value("lostTo"),
                null,
                null);
    }

    @Override
    public Mono<Outcome<Lead>> undo(BulkJob job, String id, Map<String, List<String>> back, Command command) {
        return switch (action(job.order())) {
            case ASSIGN, CLAIM, RELEASE -> handedBack(id, back.getOrDefault(OWNER, List.of()), command);
            case TRANSITION -> movedBack(job, id, back.getOrDefault(STATE, List.of()), command);
            case TAG -> taggedBack(job.order(), id, back, command);
        };
    }

    /** To the pool, to oneself out of the pool, or to whoever had it. */
    private Mono<Outcome<Lead>> handedBack(String id, List<String> owner, Command command) {
        if (owner.isEmpty()) {
            return assignment.release(id, null, command);
        }
        String before = owner.getFirst();
        return before.equals(command.by()) && !command.scope().may(Right.ASSIGN)
                ? assignment.claim(id, command)
                : assignment.assign(id, before, null, command);
    }

    /** Where the pipeline leads back; with the reason that was given, or the first one for going back. */
    private Mono<Outcome<Lead>> movedBack(BulkJob job, String id, List<String> state, Command command) {
        return leads.find(command.scope(), id)
                .switchIfEmpty(Mono.error(Problem::notFound))
                .flatMap(lead -> {
                    String given = job.undoValue("reason");
                    String reason = given == null ? usual(lead) : given;
                    String to = state.isEmpty() ? null : state.getFirst();
                    Move back = new Move(to, reason, job.undoValue("note"), null, null, null, null, null);
                    return service.move(id, back, command);
                });
    }

    private @Nullable String usual(Lead lead) {
        return desk.rules(lead.zone()).template().backwardReasons().stream()
                .findFirst()
                .map(reason -> reason.code())
                .orElse(null);
    }

    private Mono<Outcome<Lead>> taggedBack(
            BulkOrder order, String id, Map<String, List<String>> back, Command command) {
        List<String> named = named(order);
        List<String> add = back.values().stream().flatMap(List::stream).toList();
        List<String> remove = back.entrySet().stream()
                .filter(tag -> tag.getValue().isEmpty())
                .map(tag -> named.get(Integer.parseInt(tag.getKey().substring("tag".length()))))
                .toList();
        return service.tag(id, add, remove, command);
    }

    private static Action action(BulkOrder order) {
        return Action.of(order.action()).orElseThrow();
    }
}
