package org.lodestone.leads.assignment;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.lodestone.leads.assignment.Absences.Present;
import org.lodestone.leads.assignment.Places.Wish;
import org.lodestone.leads.lead.Assignment;
import org.lodestone.leads.lead.Because;
import org.lodestone.leads.lead.Because.Code;
import org.lodestone.leads.lead.Custody.Lapse;
import org.lodestone.leads.lead.Handing;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadAccess;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.security.Right;
import org.lodestone.platform.security.Rights;
import org.lodestone.platform.web.Problem;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** A lead goes from hand to hand because somebody says so. */
@Service
public class AssignmentService {

    private static final int OK = 200;

    private final AggregateStore<Lead> leads;
    private final LeadDesk desk;
    private final Owners owners;
    private final Places places;
    private final Sharing sharing;
    private final Absences absences;

    AssignmentService(AggregateStore<Lead> leads, LeadDesk desk, Owners owners, Room room) {
        this.leads = leads;
        this.desk = desk;
        this.owners = owners;
        this.places = room.places();
        this.sharing = room.sharing();
        this.absences = room.absences();
    }

    /** A manager gives it to somebody of the zone. */
    public Mono<Outcome<Lead>> assign(String id, String owner, @Nullable String reason, Command command) {
        Rights.require(command, Right.ASSIGN);
        return found(id, command).flatMap(known -> {
            owners.require("owner", owner, known.zone());
            Because because = Because.of(Code.ASSIGNED, command.recordedAt(), command.by());
            return give(known, new Gift(null, owner, because, reason), command);
        });
    }

    /**
     * @param from who must have it still; {@code null} for whoever has
     * @param note in words, for the history alone
     */
    record Gift(
            @Nullable String from,
            String owner,
            Because because,
            @Nullable String note) {

        Gift to(Present there) {
            return there.insteadOf() == null
                    ? this
                    : new Gift(from, there.person(), because.standingInFor(there.insteadOf()), note);
        }
    }

    /** Checked before: that person may have it. While they are away it goes to whoever stands in. */
    Mono<Outcome<Lead>> give(Lead known, Gift asked, Command command) {
        return absences.present(asked.owner(), known.zone())
                // Whoever it shall be taken from is no stand-in for who shall have it.
                .map(there -> there.person().equals(asked.from()) ? asked : asked.to(there))
                .flatMap(gift -> sharing.wish(known.zone(), gift.owner(), known.id())
                        .flatMap(wish -> give(known, gift, wish, command)));
    }

    private Mono<Outcome<Lead>> give(Lead known, Gift gift, Wish wish, Command command) {
        AtomicReference<@Nullable String> before = new AtomicReference<>();
        Mono<Outcome<Lead>> write = leads.change(known.id(), command, OK, lead -> {
            LeadAccess.isThere(lead);
            before.set(lead.assignment().owner());
            if (gift.from() != null && !gift.from().equals(lead.assignment().owner())) {
                throw new AssignmentProblem.NotTheirs(owners.name(gift.from()));
            }
            if (gift.owner().equals(lead.assignment().owner())) {
                throw new AssignmentProblem.AlreadyOwner(owners.name(gift.owner()));
            }
            return over(lead, owners.of(lead.assignment(), gift.owner()), gift.because(), gift.note(), command);
        });
        Mono<Outcome<Lead>> kept = known.isUnended() ? kept(wish, write) : write;
        return kept.flatMap(outcome -> left(known, before.get(), outcome));
    }

    /** Whoever may work on leads takes one from the pool. */
    public Mono<Outcome<Lead>> claim(String id, Command command) {
        Rights.require(command, Right.WRITE_OWN, Right.WRITE);
        String person = command.by();
        return found(id, command)
                .flatMap(known -> sharing.claim(known.zone(), person, id))
                .flatMap(wish -> kept(wish, leads.change(id, command, OK, lead -> {
                    LeadAccess.isThere(lead);
                    mayClaim(lead, person, command.at());
                    Assignment to = owners.of(lead.assignment(), person);
                    Because because = Because.of(Code.CLAIMED, command.recordedAt(), person);
                    return over(lead, to, because, null, command);
                })));
    }

    /** People are told of by their names. */
    private <T> Mono<T> kept(Wish wish, Mono<T> write) {
        return places.keep(wish, write)
                .onErrorMap(AssignmentProblem.CapacityReached.class, full -> full.naming(owners::name));
    }

    private void mayClaim(Lead lead, String person, Instant now) {
        String owner = lead.assignment().owner();
        if (owner != null) {
            throw new AssignmentProblem.Owned(owner, owners.name(owner));
        }
        if (!lead.isOpen()) {
            throw new AssignmentProblem.NotOpen();
        }
        Duration fair = Duration.ofDays(sharing.of(lead.zone()).reclaimAfterDays());
        lead.custody().lapses().stream()
                .filter(lapse -> lapse.person().equals(person))
                .map(Lapse::at)
                .map(at -> at.plus(fair))
                .filter(until -> until.isAfter(now))
                .findFirst()
                .ifPresent(until -> {
                    throw new AssignmentProblem.LapsedRecently(
                            until, desk.rules(lead.zone()).time().place());
                });
    }

    /** The owner gives it back to the pool; or a manager takes it there. */
    public Mono<Outcome<Lead>> release(String id, @Nullable String reason, Command command) {
        Rights.require(command, Right.WRITE_OWN, Right.WRITE);
        AtomicReference<@Nullable String> before = new AtomicReference<>();
        return found(id, command)
                .flatMap(known -> leads.change(id, command, OK, lead -> {
                            LeadAccess.isThere(lead);
                            mayRelease(lead, command);
                            before.set(lead.assignment().owner());
                            Because because = Because.of(Code.RELEASED, command.recordedAt(), command.by());
                            return over(lead, lead.assignment().ownedBy(null), because, reason, command);
                        })
                        .flatMap(outcome -> left(known, before.get(), outcome)));
    }

    private static void mayRelease(Lead lead, Command command) {
        String owner = lead.assignment().owner();
        boolean own = Objects.equals(owner, command.by());
        if (!own) {
            Rights.require(command, Right.ASSIGN);
        }
        if (owner == null) {
            throw new AssignmentProblem.NotOwned();
        }
    }

    /** Whoever may read it may watch it. */
    Mono<Outcome<Lead>> watch(String id, boolean watching, Command command) {
        Rights.require(command.scope(), Right.READ);
        String person = command.scope().subject();
        return found(id, command).flatMap(known -> {
            if (known.custody().watchers().contains(person) == watching) {
                return Mono.just(new Outcome.Done<>(known));
            }
            return leads.change(id, command, OK, lead -> {
                if (watching && lead.custody().watchers().size() >= Handing.MOST_WATCHERS) {
                    throw new AssignmentProblem.TooManyWatchers(Handing.MOST_WATCHERS);
                }
                return Handing.watch(lead, person, watching, desk.rules(lead.zone()), command);
            });
        });
    }

    /** Whoever had it has one place more. */
    private Mono<Outcome<Lead>> left(Lead known, @Nullable String before, Outcome<Lead> outcome) {
        return before == null
                ? Mono.just(outcome)
                : places.settle(places.holding(known.zone(), before), known.id(), null, false)
                        .thenReturn(outcome);
    }

    private Decision<Lead> over(Lead lead, Assignment to, Because because, @Nullable String note, Command command) {
        return Handing.over(lead, to, because, note, desk.rules(lead.zone()), command);
    }

    private Mono<Lead> found(String id, Command command) {
        return leads.find(command.scope(), id).switchIfEmpty(Mono.error(Problem::notFound));
    }
}
