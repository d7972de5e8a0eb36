package org.lodestone.platform.privacy;

import java.util.function.UnaryOperator;
import org.bson.BsonDocument;
import org.lodestone.platform.aggregate.Aggregate;
import org.lodestone.platform.aggregate.AggregateStore;
import org.lodestone.platform.aggregate.Command;
import org.lodestone.platform.aggregate.Decision;

/** Aggregates that may tell of a person, and forget them by a command of their own, whose event and history carry no values. */
public interface PersonalRecords<A extends Aggregate> {

    /** The collection they are in. */
    String place();

    AggregateStore<A> store();

    /** @param left the same aggregate without the person */
    Decision<A> forget(A present, A left, Command command);

    /** @param cleaned the document without the person */
    default A left(A present, UnaryOperator<BsonDocument> cleaned) {
        BsonDocument before = Bson.document(store().encode(present));
        BsonDocument after = cleaned.apply(before);
        return after.equals(before) ? present : store().decode(Bson.bytes(after));
    }
}
