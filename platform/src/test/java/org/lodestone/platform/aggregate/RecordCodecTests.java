package org.lodestone.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import java.util.List;
import java.util.Map;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RecordCodecTests {

    private final RecordCodec<Loaf> codec =
            new RecordCodec<>(Loaf.class, MongoClientSettings.getDefaultCodecRegistry());

    public record Loaf(
            String id,
            long version,
            List<Slice> slices,
            Map<String, String> labels,
            @Nullable String baker) {}

    public record Slice(String id, int grams) {}

    @Test
    void documentIsReadAlikeFromItsBytes() {
        Loaf loaf = new Loaf("L1", 3, List.of(new Slice("S1", 40), new Slice("S2", 0)), Map.of("_id", "inside"), null);
        BsonDocument document = codec.document(loaf, 3);
        // What the store keeps beside it is no part of it.
        document.put("_outbox", new BsonDocument("_id", new BsonString("E1")));

        assertThat(codec.aggregate(document)).isEqualTo(loaf);
        assertThat(codec.aggregate(new RawBsonDocument(document, new BsonDocumentCodec())))
                .isEqualTo(loaf);
    }
}
