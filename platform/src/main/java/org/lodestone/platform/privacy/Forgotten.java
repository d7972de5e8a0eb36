package org.lodestone.platform.privacy;

import com.mongodb.client.model.Filters;
import java.time.Instant;
import org.lodestone.platform.process.ProcessStore;
import reactor.core.publisher.Mono;

/** Whether somebody was forgotten in a record after something was said of it: then names in what was said may be theirs. */
public final class Forgotten {

    private final ProcessStore<Forgetting> forgettings;

    Forgotten(ProcessStore<Forgetting> forgettings) {
        this.forgettings = forgettings;
    }

    /** @param said by the system's clock */
    public Mono<Boolean> since(Instant said, String record) {
        return forgettings
                .list(Filters.eq("records", record))
                .any(forgetting -> said.isBefore(forgetting.course().begunAt()));
    }
}
