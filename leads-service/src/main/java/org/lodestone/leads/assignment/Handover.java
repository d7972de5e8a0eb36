package org.lodestone.leads.assignment;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.process.Process;

/**
 * Everything an officer has goes to another: lead by lead, each with its own history, however often it is interrupted.
 *
 * @param leads ids, in the order they were found
 * @param results of those that are done
 * @param mentions where they are named beside; absent in handovers of a time when nobody looked
 */
public record Handover(
        String id,
        long version,
        Asked asked,
        boolean done,
        List<String> leads,
        List<Result> results,
        @Nullable List<Mention> mentions)
        implements Process {

    @Override
    public List<Mention> mentions() {
        return mentions == null ? List.of() : mentions;
    }

    /** @param parks of whoever asked; {@code null} for all */
    public record Asked(
            String from,
            String to,
            @Nullable String reason,
            String by,
            Instant at,
            List<String> zones,
            @Nullable List<String> parks,
            String fingerprint) {}

    /** @param problem the slug of what refused it */
    public record Result(
            String id,
            @Nullable String number,
            boolean ok,
            @Nullable String problem) {}

    static Handover begin(String id, Asked asked, List<String> leads, List<Mention> mentions) {
        return new Handover(id, 0, asked, false, leads, List.of(), mentions);
    }

    @Override
    public boolean finished() {
        return done;
    }

    /** Rules before leads, so that nothing new comes to them meanwhile. */
    Optional<Mention> openMention() {
        return mentions().stream().filter(mention -> !mention.done()).findFirst();
    }

    Handover with(Mention settled) {
        List<Mention> all = mentions().stream()
                .map(mention -> mention.isAt(settled) && !mention.done() ? settled : mention)
                .toList();
        return new Handover(id, version, asked, done, leads, results, all);
    }

    List<String> open() {
        Set<String> known = known();
        return leads.stream().filter(lead -> !known.contains(lead)).toList();
    }

    private Set<String> known() {
        Set<String> known = new HashSet<>();
        results.forEach(result -> known.add(result.id()));
        return known;
    }

    /** The first result of a lead stays. */
    Handover with(List<Result> more) {
        Set<String> known = known();
        List<Result> all = Stream.concat(results.stream(), more.stream().filter(result -> !known.contains(result.id())))
                .toList();
        return new Handover(id, version, asked, done, leads, all, mentions);
    }

    /** What came to them meanwhile goes too; when there is nothing more it is done. */
    Handover found(List<String> now) {
        List<String> all =
                Stream.concat(leads.stream(), now.stream()).distinct().toList();
        return new Handover(id, version, asked, all.size() == results.size(), all, results, mentions);
    }

    long failed() {
        return results.stream().filter(result -> !result.ok()).count();
    }
}
