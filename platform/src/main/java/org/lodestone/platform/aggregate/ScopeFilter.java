package org.lodestone.platform.aggregate;

import java.util.Collection;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonBoolean;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.lodestone.platform.security.Scope;

/** A scope as the filter of a read or a write; flat, so that the key is found first on every database. */
final class ScopeFilter {

    private ScopeFilter() {}

    static BsonDocument of(Scope scope, String id) {
        BsonDocument filter = new BsonDocument("_id", new BsonString(id));
        if (!scope.everyZone()) {
            filter.append("zone", in(scope.zones()));
        }
        Collection<String> parks = scope.parks();
        if (parks != null) {
            filter.append("$or", new BsonArray(List.of(new BsonDocument("park", in(parks)), noPark())));
        }
        return filter;
    }

    private static BsonDocument noPark() {
        return new BsonDocument("park", new BsonDocument("$exists", BsonBoolean.FALSE));
    }

    private static BsonDocument in(Collection<String> values) {
        return new BsonDocument(
                "$in", new BsonArray(values.stream().map(BsonString::new).toList()));
    }
}
