package org.lodestone.notifications;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.junit.jupiter.api.Test;
import org.lodestone.contracts.Topics;
import org.lodestone.notifications.SseClient.Frame;
import org.lodestone.platform.events.StreamToken;
import org.lodestone.platform.security.Role;
import org.lodestone.platform.test.Brokers;
import org.lodestone.platform.test.Tokens;

class StreamIT extends RunningNotifications {

    private static final String STREAM = "/api/streams/events";
    /** What the broker takes for "all there is". */
    private static final long HIGH_WATERMARK = -1;

    @Test
    void firstBytesComeAtOnceAndHeartbeatsMoveThePosition() throws Exception {
        SseClient client = listen(STREAM, officer(unique("o")), null);

        assertThat(client.status()).isEqualTo(200);
        assertThat(client.header("Content-Type")).startsWith("text/event-stream");
        assertThat(client.header("Cache-Control")).isEqualTo("no-store");
        assertThat(client.header("X-Accel-Buffering")).isEqualTo("no");
        assertThat(client.await(frame -> true).text()).startsWith("retry: 2000\n:");
        Frame beat = client.await(frame -> frame.text().startsWith(":\nid: "));
        assertThat(StreamToken.parse(String.valueOf(beat.id()))).isPresent();
    }

    @Test
    void eventIsAFrameWithItsEnvelope() throws Exception {
        SseClient client = ready(listen(STREAM, officer(unique("o")), null));
        String id = unique("L-");

        publishLead(id, 1, ZONE, "officer.yuanqu");

        Frame frame = client.await(
                event -> event.is("lead.captured.v1") && event.payload().contains(id));
        assertThat(frame.payload())
                .startsWith("{\"specversion\":\"1.0\",\"id\":\"" + id + ":1\",\"source\":\"/leads/" + id
                        + "\",\"type\":\"lead.captured.v1\",\"subject\":\"" + id + "\",\"time\":\"")
                .contains(
                        "\"zone\":\"140827\",\"sequence\":\"0000000001\",\"datacontenttype\":\"application/json\",\"data\":{")
                .contains("\"name\":\"锂电铜箔\"")
                .endsWith("}}");
    }

    @Test
    void progressOfAJobGoesToItsOwnerAndMovesThePosition() throws Exception {
        String owner = unique("o");
        String job = unique("J-");
        SseClient own = ready(listen(STREAM + "?include=jobs", officer(owner), null));
        SseClient unasked = ready(listen(STREAM, officer(owner), null));
        SseClient other = ready(listen(STREAM + "?include=inbox,jobs", officer(unique("o")), null));

        publishProgress(
                owner,
                "{\"id\":\"" + job + "\",\"kind\":\"lead-import\",\"state\":\"RUNNING\",\"done\":5,\"total\":9}");
        Frame frame = own.await(heard -> heard.is("job"));
        String lead = unique("L-");
        publishLead(lead, 1, ZONE, "officer.yuanqu");

        assertThat(frame.payload()).contains(job).contains("\"done\":5");
        assertThat(StreamToken.parse(String.valueOf(frame.id()))).isPresent();
        for (SseClient client : List.of(own, unasked, other)) {
            client.await(event -> event.payload().contains(lead));
        }
        assertThat(unasked.frames()).noneMatch(heard -> heard.is("job"));
        assertThat(other.frames()).noneMatch(heard -> heard.is("job"));
        SseClient again = listen(STREAM + "?include=jobs", officer(owner), frame.id());
        again.await(event -> event.payload().contains(lead));
    }

    @Test
    void aRegistrationIsHeardInItsZoneAndNowhereElse() throws Exception {
        SseClient holder = ready(listen(STREAM + "?type=registration.clash-found.v1", officer(unique("o")), null));
        SseClient neighbour = ready(listen(STREAM, Tokens.of("officer.yangcheng", Role.OFFICER, OTHER_ZONE), null));
        String registration = unique("R-");
        String lead = unique("L-");

        publishRegistration(registration, 1, ZONE);
        publishLead(lead, 1, OTHER_ZONE, "officer.yangcheng");

        Frame frame = holder.await(heard -> heard.payload().contains(registration));
        assertThat(frame.event()).isEqualTo("registration.clash-found.v1");
        assertThat(frame.payload()).contains("\"source\":\"/registrations/" + registration, "\"with\":\"140522\"");
        neighbour.await(heard -> heard.payload().contains(lead));
        assertThat(neighbour.frames()).noneMatch(heard -> heard.payload().contains(registration));
        publishRegistration(registration, 2, ZONE);
        SseClient again = listen(STREAM, officer(unique("o")), frame.id());
        again.await(heard -> heard.payload().contains(registration + ":2"));
        assertThat(again.frames()).noneMatch(heard -> heard.payload().contains(registration + ":1"));
    }

    @Test
    void resumeFromTheRingIsExact() throws Exception {
        String lead = unique("L-");
        SseClient first = ready(listen(STREAM, officer(unique("o")), null));
        publish(lead, 1, 5);
        String position =
                String.valueOf(first.awaitCount(5, frame -> frame.payload().contains(lead))
                        .get(2)
                        .id());
        first.close();
        publish(lead, 6, 8);

        SseClient again = listen(STREAM, officer(unique("o")), position);

        again.awaitCount(5, frame -> frame.payload().contains(lead));
        publish(lead, 9, 9);
        again.awaitCount(6, frame -> frame.payload().contains(lead));
        assertThat(sequences(again, lead)).containsExactly(4, 5, 6, 7, 8, 9);
    }

    @Test
    void resumeFromTheLogIsExactToo() throws Exception {
        List<String> leads = List.of(unique("L-"), unique("L-"), unique("L-"));
        SseClient first = ready(listen(STREAM, officer(unique("o")), null));
        publish(leads.getFirst(), 1, 3);
        String position =
                String.valueOf(first.awaitCount(3, frame -> frame.payload().contains(leads.getFirst()))
                        .get(1)
                        .id());
        first.close();
        publish(leads.getFirst(), 4, 40);
        publish(leads.get(1), 1, 40);
        publish(leads.get(2), 1, 40);

        SseClient again = listen(STREAM + "?lastEventId=" + position, officer(unique("o")), null);

        publish(leads.getFirst(), 41, 45);
        again.awaitCount(43 + 80, frame -> leads.stream().anyMatch(frame.payload()::contains));
        assertThat(sequences(again, leads.getFirst())).containsExactlyElementsOf(range(3, 45));
        assertThat(sequences(again, leads.get(1))).containsExactlyElementsOf(range(1, 40));
        assertThat(sequences(again, leads.get(2))).containsExactlyElementsOf(range(1, 40));
        assertThat(again.frames()).noneMatch(frame -> frame.is("stream.reset"));
    }

    @Test
    void everyPositionOfAResumeResumes() throws Exception {
        String lead = unique("L-");
        SseClient first = ready(listen(STREAM, officer(unique("o")), null));
        String start = first.lastId();
        publish(lead, 1, 60);
        first.awaitCount(60, frame -> frame.payload().contains(lead));
        SseClient second = listen(STREAM, officer(unique("o")), start);
        List<Frame> frames = second.awaitCount(60, frame -> frame.payload().contains(lead));

        for (int seen : List.of(1, 20, 59)) {
            SseClient third =
                    listen(STREAM, officer(unique("o")), frames.get(seen - 1).id());
            third.awaitCount(60 - seen, frame -> frame.payload().contains(lead));
            assertThat(sequences(third, lead)).containsExactlyElementsOf(range(seen + 1, 60));
        }
    }

    /** Whoever is cut off right after the first bytes comes back with the id in them. */
    @Test
    void theFirstIdOfAResumeIsBeforeWhatWasMissed() throws Exception {
        String lead = unique("L-");
        String start = ready(listen(STREAM, officer(unique("o")), null)).lastId();
        publish(lead, 1, 60);
        SseClient witness = listen(STREAM, officer(unique("o")), start);
        String recent = witness.awaitCount(60, frame -> frame.payload().contains(lead))
                .get(57)
                .id();

        assertThat(sequencesAfterTheFirstId(start, lead, 60)).containsExactlyElementsOf(range(1, 60));
        assertThat(sequencesAfterTheFirstId(String.valueOf(recent), lead, 2)).containsExactly(59, 60);
    }

    private List<Integer> sequencesAfterTheFirstId(String position, String lead, int missed) throws Exception {
        SseClient cut = listen(STREAM, officer(unique("o")), position);
        String first = cut.await(frame -> frame.id() != null).id();
        cut.close();
        SseClient again = listen(STREAM, officer(unique("o")), first);
        again.awaitCount(missed, frame -> frame.payload().contains(lead));
        return sequences(again, lead);
    }

    @Test
    void whatARelaySentTwiceIsDeliveredOnce() throws Exception {
        String lead = unique("L-");
        SseClient client = ready(listen(STREAM, officer(unique("o")), null));
        String before = client.lastId();

        publish(lead, 1, 2);
        publish(lead, 1, 2);
        publish(lead, 3, 3);

        client.awaitCount(3, frame -> frame.payload().contains(lead));
        assertThat(sequences(client, lead)).containsExactly(1, 2, 3);
        for (int i = 0; i < 80; i++) {
            publishLead(unique("L-"), 1, OTHER_ZONE, "o");
        }
        SseClient fromLog = listen(STREAM, officer(unique("o")), before);
        fromLog.awaitCount(3, frame -> frame.payload().contains(lead));
        assertThat(sequences(fromLog, lead)).containsExactly(1, 2, 3);
    }

    @Test
    void zoneOutsideTheScopeIsNeverSeenWhateverTheFilter() throws Exception {
        String own = unique("L-");
        String foreign = unique("L-");
        SseClient client = ready(listen(STREAM, officer(unique("o")), null));
        SseClient asking = ready(listen(STREAM + "?zone=" + OTHER_ZONE, officer(unique("o")), null));

        publishLead(foreign, 1, OTHER_ZONE, "o");
        publishLead(own, 1, ZONE, "o");

        client.await(frame -> frame.payload().contains(own));
        assertThat(client.about(foreign)).isEmpty();
        asking.await(frame -> frame.text().startsWith(":\nid: "));
        assertThat(asking.about(foreign)).isEmpty();
        assertThat(asking.about(own)).isEmpty();
    }

    @Test
    void filtersChoose() throws Exception {
        String me = unique("officer");
        String mine = unique("L-");
        String changed = unique("L-");
        SseClient client =
                ready(listen(STREAM + "?owner=me&type=lead.captured.v1,lead.changed.v1&state=NEW", officer(me), null));

        publishLead(unique("L-"), 1, ZONE, "someone");
        publishLead(mine, 1, ZONE, me);
        publishLead(changed, 1, ZONE, me);

        client.awaitCount(2, frame -> frame.event() != null);
        assertThat(client.frames().stream()
                        .filter(frame -> frame.event() != null)
                        .map(Frame::payload))
                .allMatch(data -> data.contains(mine) || data.contains(changed));
    }

    @Test
    void unusablePositionsAreToldAndTheStreamGoesOnLive() throws Exception {
        String foreign = StreamToken.of(
                        Map.of(StreamToken.epochOf("lodestone.leads.v1", new Uuid(1, 2)), new long[] {1, 2, 3}))
                .toString();

        assertReset("garbage", "invalid");
        assertReset("1.abcd", "invalid");
        assertReset(foreign, "epoch");
        assertReset(advanced(), "invalid");
    }

    @Test
    void tooMuchMissedIsToldInstead() throws Exception {
        SseClient first = ready(listen(STREAM, officer(unique("o")), null));
        String start = first.lastId();
        String lead = unique("L-");
        publish(lead, 1, 450);
        first.awaitCount(450, frame -> frame.payload().contains(lead));

        assertReset(start, "overrun");
    }

    @Test
    void positionTheLogNoLongerReachesIsToldAsExpired() throws Exception {
        SseClient first = ready(listen(STREAM, officer(unique("o")), null));
        String start = first.lastId();
        String lead = unique("L-");
        publish(lead, 1, 200);
        first.awaitCount(200, frame -> frame.payload().contains(lead));

        forgetTheLog();

        assertReset(start, "expired");
    }

    /** Only an administrator of the broker can: the topics themselves keep everything. */
    private static void forgetTheLog() throws Exception {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, Brokers.address()))) {
            RecordsToDelete all = RecordsToDelete.beforeOffset(HIGH_WATERMARK);
            Map<TopicPartition, RecordsToDelete> partitions = IntStream.range(0, Topics.PARTITIONS)
                    .mapToObj(partition -> new TopicPartition(Topics.LEADS, partition))
                    .collect(Collectors.toMap(partition -> partition, _ -> all));
            admin.deleteRecords(partitions).all().get();
        }
    }

    /** More than all buffers on the way hold, and 150 times the ring; within what may be read again from the log. */
    @Test
    void whoStallsHoldsNobodyUpAndMissesNothing() throws Exception {
        SseClient stalled = stall(STREAM, officer(unique("o")));
        SseClient other = ready(listen(STREAM, officer(unique("o")), null));
        String lead = unique("L-");
        int events = 380;
        for (int sequence = 1; sequence <= events; sequence++) {
            publishBulky(lead, sequence, 10_000);
        }
        other.awaitCount(events, frame -> frame.payload().contains(lead));

        stalled.reading().awaitCount(events, frame -> frame.payload().contains(lead));

        List<String> expected = IntStream.rangeClosed(1, events)
                .mapToObj(sequence -> "\"id\":\"" + lead + ":" + sequence + "\"")
                .toList();
        for (SseClient client : List.of(stalled, other)) {
            List<Frame> frames = client.about(lead);
            assertThat(frames).hasSameSizeAs(expected);
            for (int i = 0; i < events; i++) {
                assertThat(frames.get(i).payload().substring(0, 80)).contains(expected.get(i));
            }
            assertThat(client.frames()).noneMatch(frame -> frame.is("stream.reset"));
        }
    }

    @Test
    void oldestOfTooManyStreamsGivesWay() throws Exception {
        String token = officer(unique("o"));
        SseClient oldest = ready(listen(STREAM, token, null));
        List<SseClient> others = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            others.add(ready(listen(STREAM, token, null)));
        }

        Frame reset = oldest.await(frame -> frame.is("stream.reset"));
        assertThat(reset.payload()).contains("\"reason\":\"replaced\"");
        oldest.awaitEnd();
        String lead = unique("L-");
        publishLead(lead, 1, ZONE, "o");
        for (SseClient other : others) {
            other.await(frame -> frame.payload().contains(lead));
        }
    }

    @Test
    void streamEndsWithItsToken() throws Exception {
        String token = Tokens.signed(claims -> claims.subject("brief")
                .claim("roles", List.of("officer"))
                .claim("zones", List.of(ZONE))
                .expirationTime(java.util.Date.from(java.time.Instant.now().plusSeconds(15))));

        listen(STREAM, token, null).awaitEnd();
    }

    @Test
    void whoMayNotReadIsRefused() {
        assertThat(listen(STREAM, Tokens.of("admin", Role.ADMIN, "*"), null).status())
                .isEqualTo(403);
        assertThat(listen(STREAM, "none", null).status()).isEqualTo(401);
        assertThat(listen(STREAM + "?colour=red", officer("o"), null).status()).isEqualTo(400);
        assertThat(listen(STREAM + "?include=everything", officer("o"), null).status())
                .isEqualTo(400);
    }

    private void assertReset(String position, String reason) throws Exception {
        SseClient client = listen(STREAM, officer(unique("o")), position);
        Frame reset = client.await(frame -> frame.is("stream.reset"));
        assertThat(reset.payload()).contains("\"reason\":\"" + reason + "\"").contains("/api/projects?view=board");
        String lead = unique("L-");
        publishLead(lead, 1, ZONE, "o");
        client.await(frame -> frame.payload().contains(lead));

        SseClient resumed = listen(STREAM, officer(unique("o")), reset.id());
        resumed.await(frame -> frame.payload().contains(lead));
    }

    /** A position of this log that the log has not reached. */
    private String advanced() throws Exception {
        StreamToken here = StreamToken.parse(
                        ready(listen(STREAM, officer(unique("o")), null)).lastId())
                .orElseThrow();
        String epoch = here.epochs().iterator().next();
        long[] next = java.util.Objects.requireNonNull(here.next(epoch));
        next[0] += 1_000_000;
        return StreamToken.of(Map.of(epoch, next)).toString();
    }

    private static SseClient ready(SseClient client) throws InterruptedException {
        client.await(frame -> frame.id() != null);
        return client;
    }

    private static void publish(String lead, int from, int to) throws Exception {
        for (int sequence = from; sequence <= to; sequence++) {
            publishLead(lead, sequence, ZONE, "officer.yuanqu");
        }
    }

    private static List<Integer> range(int from, int to) {
        return IntStream.rangeClosed(from, to).boxed().toList();
    }

    private static List<Integer> sequences(SseClient client, String lead) {
        return client.about(lead).stream()
                .map(frame -> frame.payload().replaceFirst("(?s).*\"sequence\":\"(\\d+)\".*", "$1"))
                .map(Integer::valueOf)
                .toList();
    }
}
