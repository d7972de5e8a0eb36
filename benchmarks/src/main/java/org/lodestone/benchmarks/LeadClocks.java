package org.lodestone.benchmarks;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.bson.Document;
import org.lodestone.platform.pipeline.Limit;
import org.lodestone.platform.pipeline.PipelineTemplate;
import org.lodestone.platform.pipeline.PipelineTemplates;
import org.lodestone.platform.pipeline.State;
import org.lodestone.platform.time.BusinessClock;
import org.lodestone.platform.time.WorkingCalendar;
import org.lodestone.platform.time.WorkingHours;
import org.lodestone.platform.time.WorkingTime;
import tools.jackson.databind.json.JsonMapper;

/**
 * The clocks of a generated lead as the service would set them: it sets those it finds wrong anew after its start, and what is measured
 * then is a million writes beside it. They follow the template and the calendar that the service ships.
 */
final class LeadClocks {

    private static final String FOLLOW_UP = "follow-up";

    private final PipelineTemplate template;
    private final WorkingTime time;

    private LeadClocks(PipelineTemplate template, WorkingTime time) {
        this.template = template;
        this.time = time;
    }

    /** @param project where the repository lies */
    static LeadClocks shipped(Path project) {
        Path resources = project.resolve("leads-service/src/main/resources");
        PipelineTemplate template = PipelineTemplates.load(
                        "file:" + resources.toAbsolutePath() + "/pipelines/cn-development-zone-leads.yaml")
                .all()
                .iterator()
                .next();
        WorkingCalendar.Year[] years = JsonMapper.shared()
                .readValue(resources.resolve("directory/calendar.json"), WorkingCalendar.Year[].class);
        return new LeadClocks(
                template,
                new WorkingTime(WorkingCalendar.of(List.of(years)), WorkingHours.ORDINARY, BusinessClock.CHINA));
    }

    /** @param stays in the order in which they were, the last of them not ended; nobody has followed up */
    List<Document> running(List<Document> stays) {
        Document last = stays.getLast();
        State state = template.state(last.getString("state"));
        List<Document> running = new ArrayList<>();
        if (!state.is(State.Category.OPEN)) {
            return running;
        }
        limit(last, false).ifPresent(limit -> running.add(due(limit, from(last))));
        stays.stream()
                .flatMap(stay -> limit(stay, true).map(limit -> due(limit, from(stay))).stream())
                .findFirst()
                .ifPresent(running::add);
        return running;
    }

    private Optional<Limit> limit(Document stay, boolean ofFollowUps) {
        return Optional.ofNullable(template.state(stay.getString("state")).limit())
                .filter(limit -> limit.kind().equals(FOLLOW_UP) == ofFollowUps);
    }

    private Document due(Limit limit, Instant since) {
        return new Document("kind", limit.kind())
                .append("dueAt", Date.from(limit.dueAt(since, time)))
                .append("redAt", Date.from(limit.redAt(since, time)))
                .append("since", Date.from(since));
    }

    private static Instant from(Document stay) {
        return stay.getDate("from").toInstant();
    }
}
