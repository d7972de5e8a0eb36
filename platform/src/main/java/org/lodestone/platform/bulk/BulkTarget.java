package org.lodestone.platform.bulk;

import java.util.List;
import java.util.Map;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Outcome;
import org.lodestone.platform.security.Scope;
import reactor.core.publisher.Mono;

/** What a service does in bulk. Each row is a command of its own, under the rights of whoever asked; a refusal is a problem it fails with. */
public interface BulkTarget<A extends Aggregate> {

    /** Of its jobs on the stream, e.g. {@code lead-bulk}. */
    String kind();

    Mono<A> find(Scope scope, String id);

    /** What people call it by. */
    String number(A aggregate);

    /** What the action may change of it, by name, so that it can be told whether it did, whether anybody has since, and how to put it back. */
    Map<String, List<String>> mark(BulkOrder order, A aggregate);

    Mono<Outcome<A>> act(BulkOrder order, String id, Command command);

    /** @param back values of {@link #mark} to put back */
    Mono<Outcome<A>> undo(BulkJob job, String id, Map<String, List<String>> back, Command command);
}
