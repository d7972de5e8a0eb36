package org.lodestone.leads.privacy;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.privacy.Finding;
import org.lodestone.platform.privacy.Likeness;
import org.lodestone.platform.privacy.Person;
import org.lodestone.platform.process.Process;

/**
 * One person forgotten. Each state names what is done next; every step finds by itself what is left to do, so that one that was killed is
 * done again. What was found is counted before anything is erased, so a kill does not change the report.
 *
 * @param person gone once it is done: then nothing here says whom it was about
 */
public record Erasure(
        String id,
        long version,
        Asked asked,
        State state,
        @Nullable Person person,
        Course course,
        Report report) implements Process {

    public enum State {
        FINDING,
        /** Leads and registrations, each by a command. */
        RECORDS,
        /** The lines of their histories, once all of them are published. */
        HISTORY,
        /** Everything else. */
        SWEEPING,
        /** The search index keeps what was replaced until its files are written anew. */
        INDEX,
        /** The other services, each of which answers when nothing is left there. */
        ELSEWHERE,
        DONE
    }

    /** @param fingerprint of the request, by which the same one is known again; gone once it is done */
    public record Asked(
            String by, Instant at, String reason, @Nullable String fingerprint) {}

    /** @param round from 1: it is looked again until nothing is found */
    public record Course(int round, List<String> records) {}

    public record Report(
            List<Count> places,
            List<Remark> remarks,
            @Nullable Instant doneAt) {}

    /** @param records documents in which the person was; {@code values} places in them */
    @Schema(name = "ErasureCount")
    public record Count(String place, long records, long values) {}

    /**
     * What a person has to look at.
     *
     * @param id of the record; never what stands in it
     */
    @Schema(name = "ErasureRemark")
    public record Remark(Code code, String place, String id) {}

    public enum Code {
        /** A name of a lead that held the person went out in events, which are kept. */
        NAME_IN_EVENTS,
        /** The name of a firm holds the person's name; it stays. */
        FIRM_NAME,
        /** A file of a lead that was about the person: nobody reads it but people. */
        FILE,
        /** The text of a file has the person's phone or e-mail. */
        FILE_TEXT,
        /** The project that came of a lead; what is written there is looked at there. */
        PROJECT,
        /** Somebody who works here: the directory is changed by who keeps it. */
        DIRECTORY,
        /** Found again after every round. */
        REMAINS
    }

    static Erasure begin(String id, Asked asked, Person person) {
        return new Erasure(
                id, 0, asked, State.FINDING, person, new Course(1, List.of()), new Report(List.of(), List.of(), null));
    }

    @Override
    public boolean finished() {
        return state == State.DONE;
    }

    Erasure at(State next) {
        return new Erasure(id, version, asked, next, person, course, report);
    }

    /** The next round of looking. */
    Erasure again() {
        return new Erasure(
                id, version, asked, State.FINDING, person, new Course(course.round() + 1, course.records()), report);
    }

    Erasure found(List<String> records, List<Count> counts, List<Remark> remarks) {
        List<String> all = Stream.concat(course.records().stream(), records.stream())
                .distinct()
                .toList();
        Report more = new Report(added(counts), seen(remarks), null);
        return new Erasure(id, version, asked, State.RECORDS, person, new Course(course.round(), all), more);
    }

    /** Nothing is left here. */
    Erasure elsewhere(List<Remark> remarks) {
        Report more = new Report(report.places(), seen(remarks), null);
        return new Erasure(id, version, asked, State.ELSEWHERE, person, course, more);
    }

    /** Nothing is left in the other services either, or they say where. */
    Erasure answered(Collection<Finding> findings, Instant at) {
        List<Count> counts = findings.stream()
                .flatMap(finding -> finding.places().stream()
                        .map(place ->
                                new Count(finding.service() + '/' + place.place(), place.records(), place.values())))
                .toList();
        List<Remark> remarks = findings.stream()
                .flatMap(finding -> finding.remaining().stream()
                        .map(place -> new Remark(
                                Code.REMAINS, finding.service() + '/' + place.place(), Long.toString(place.records()))))
                .toList();
        Report more = new Report(added(counts), report.remarks(), null);
        return new Erasure(id, version, asked, state, person, course, more).done(at, remarks);
    }

    private Erasure done(Instant at, List<Remark> remarks) {
        Likeness likeness = person == null ? null : new Likeness(person);
        String reason = likeness == null ? asked.reason() : likeness.without(asked.reason(), true);
        return new Erasure(
                id,
                version,
                new Asked(asked.by(), asked.at(), reason, null),
                State.DONE,
                null,
                new Course(course.round(), course.records()),
                new Report(report.places(), seen(remarks), at));
    }

    private List<Count> added(List<Count> more) {
        Map<String, Count> sum = new LinkedHashMap<>();
        Stream.concat(report.places().stream(), more.stream())
                .forEach(count -> sum.merge(
                        count.place(),
                        count,
                        (one, other) -> new Count(
                                one.place(), one.records() + other.records(), one.values() + other.values())));
        return List.copyOf(sum.values());
    }

    private List<Remark> seen(List<Remark> more) {
        List<Remark> all = new ArrayList<>(report.remarks());
        more.stream().filter(remark -> !all.contains(remark)).forEach(all::add);
        return List.copyOf(all);
    }
}
