package org.lodestone.leads.merge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lodestone.leads.Api.manager;
import static org.lodestone.leads.Api.name;
import static org.lodestone.leads.Api.officer;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lodestone.leads.Api;
import org.lodestone.leads.lead.Lead;
import org.lodestone.leads.lead.LeadDesk;
import org.lodestone.leads.lead.LeadForm;
import org.lodestone.leads.merge.LeadMerge.Asked;
import org.lodestone.leads.merge.LeadMerge.State;
import org.lodestone.leads.merge.LeadMerge.Undo;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.process.ProcessStore;
import org.lodestone.platform.process.Resumption;
import org.lodestone.platform.process.Rounds;
import org.lodestone.platform.test.ServiceTest;
import org.lodestone.platform.time.BusinessClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.test.web.reactive.server.WebTestClient;
import reactor.core.publisher.Mono;

/** A merge killed anywhere ends like one that was not: between two steps, and after a step's work but before its record. */
@ServiceTest
class MergeKillsIT {

    private final Api api;
    private final AggregateStore<Lead> leads;
    private final ProcessStore<LeadMerge> merges;
    private final LeadDesk desk;
    private final BusinessClock clock;
    private final Rounds rounds;

    @Autowired
    MergeKillsIT(
            WebTestClient http,
            AggregateStore<Lead> leads,
            ProcessStore<LeadMerge> merges,
            LeadDesk desk,
            BusinessClock clock,
            @Qualifier("mergeRounds") Rounds rounds) {
        this.api = new Api(http);
        this.leads = leads;
        this.merges = merges;
        this.desk = desk;
        this.clock = clock;
        this.rounds = rounds;
    }

    /** The service looks for unfinished merges, too: what is to wait here between two steps would go on. */
    @BeforeEach
    void nobodyElseGoesOn() {
        rounds.stop();
    }

    @AfterEach
    void theServiceLooksAgain() {
        rounds.start();
    }

    @ParameterizedTest
    @CsvSource({"0,false", "0,true", "1,false", "1,true", "2,false", "2,true", "3,false", "3,true"})
    void goingOn(int steps, boolean unrecorded) {
        String into = spokenOf();
        String from = spokenOf();
        LeadMerge begun = begun(into, from);

        kill(begun, steps, unrecorded);
        LeadMerge done = await(fresh().run(await(merges.find(begun.id()))));

        assertThat(done.state()).isEqualTo(State.DONE);
        Lead target = lead(into);
        Lead source = lead(from);
        assertThat(target.version()).isEqualTo(3);
        assertThat(target.care().followUps()).hasSize(2).doesNotHaveDuplicates();
        assertThat(source.version()).isEqualTo(3);
        assertThat(source.progress().state()).isEqualTo("MERGED");
        assertThat(Objects.requireNonNull(source.progress().merged()).into()).isEqualTo(into);
    }

    @ParameterizedTest
    @CsvSource({"0,false", "0,true", "1,false", "1,true", "2,false", "2,true", "3,false"})
    void goingBack(int steps, boolean unrecorded) {
        String into = spokenOf();
        String from = spokenOf();
        Lead target = lead(into);
        Lead source = lead(from);
        LeadMerge done = await(fresh().run(begun(into, from)));
        LeadMerge undoing = await(merges.step(
                done.id(), merge -> merge.undoing(State.UNDOING, new Undo("manager", clock.now(), 0, List.of()))));

        kill(undoing, steps, unrecorded);
        LeadMerge undone = await(fresh().run(await(merges.find(done.id()))));

        assertThat(undone.state()).isEqualTo(State.UNDONE);
        assertThat(Objects.requireNonNull(undone.undo()).kept()).isEmpty();
        assertThat(lead(into).version()).isEqualTo(4);
        assertThat(lead(from).version()).isEqualTo(4);
        assertThat(LeadForm.of(lead(into))).isEqualTo(LeadForm.of(target));
        assertThat(lead(into).care()).isEqualTo(target.care());
        assertThat(LeadForm.of(lead(from))).isEqualTo(LeadForm.of(source));
        assertThat(lead(from).care()).isEqualTo(source.care());
        assertThat(lead(from).progress()).isEqualTo(source.progress());
    }

    @Test
    void whoChangesTheTargetMeanwhileLosesNothing() {
        String into = spokenOf();
        LeadMerge begun = begun(into, spokenOf());
        LeadMerge taking = steps(begun, 2);
        assertThat(taking.state()).isEqualTo(State.TAKING);
        assertThat(api.patch(manager(), "/api/leads/" + into, "{\"keyTerms\":\"其间写的\"}", 2)
                        .status())
                .isEqualTo(200);

        LeadMerge done = await(fresh().run(taking));

        assertThat(done.state()).isEqualTo(State.DONE);
        assertThat(LeadForm.of(lead(into)).keyTerms()).isEqualTo("其间写的");
        assertThat(lead(into).care().followUps()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void aTargetThatGoesAwayMeanwhileSendsTheSourceBack(int steps) {
        String into = spokenOf();
        String from = spokenOf();
        Lead source = lead(from);
        LeadMerge begun = begun(into, from);
        LeadMerge present = steps(begun, steps);
        String third = spokenOf();
        assertThat(await(fresh().run(begun(third, into))).state()).isEqualTo(State.DONE);

        LeadMerge ended = await(fresh().run(present));

        assertThat(ended.state()).isEqualTo(State.REFUSED);
        assertThat(ended.refusal()).isEqualTo("cannot-take-merge");
        assertThat(lead(from).progress()).isEqualTo(source.progress());
        assertThat(lead(third).care().followUps()).hasSize(2);
    }

    @Test
    void whatWaitsIsResumed() {
        LeadMerge begun = begun(spokenOf(), spokenOf());

        await(new Resumption<>("merge", merges, fresh()::run).resume().thenReturn(true));

        assertThat(await(merges.find(begun.id())).state()).isEqualTo(State.DONE);
    }

    private void kill(LeadMerge begun, int steps, boolean unrecorded) {
        LeadMerge present = steps(begun, steps);
        if (unrecorded) {
            await(fresh().work(present));
        }
    }

    private LeadMerge steps(LeadMerge begun, int steps) {
        LeadMerge present = begun;
        for (int i = 0; i < steps; i++) {
            present = await(fresh().step(present));
        }
        return present;
    }

    private MergeSteps fresh() {
        return new MergeSteps(leads, merges, desk, clock);
    }

    private LeadMerge begun(String into, String from) {
        Asked asked = new Asked(into, from, List.of(), "manager.yuanqu", Instant.EPOCH, "f");
        return await(merges.begin(LeadMerge.begin(into + "-" + from, asked)));
    }

    /** A lead of which was spoken once. */
    private String spokenOf() {
        String id = api.captured(officer(), name()).id();
        String path = "/api/leads/" + id + "/follow-ups";
        assertThat(api.post(officer(), path, "{\"kind\":\"CALL\",\"summary\":\"问了进度\"}")
                        .status())
                .isEqualTo(201);
        return id;
    }

    private Lead lead(String id) {
        return await(leads.load(id));
    }

    private static <T> T await(Mono<T> mono) {
        return Objects.requireNonNull(mono.block());
    }
}
