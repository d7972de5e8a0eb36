package org.lodestone.platform.aggregate;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Map;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.BsonDocumentReader;
import org.bson.BsonDocumentWriter;
import org.bson.BsonInt64;
import org.bson.BsonReader;
import org.bson.ByteBufNIO;
import org.bson.RawBsonDocument;
import org.bson.codecs.Codec;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.EncoderContext;
import org.bson.codecs.configuration.CodecRegistry;
import org.bson.codecs.pojo.annotations.BsonId;
import org.bson.io.BasicOutputBuffer;
import org.bson.io.ByteBufferBsonInput;

/** A record as its document: the components under their names, {@code id} as {@code _id}. */
public final class RecordCodec<A> {

    private final Class<A> type;
    private final Codec<A> codec;
    private final boolean annotated;

    public RecordCodec(Class<A> type, CodecRegistry registry) {
        if (!type.isRecord()) {
            throw new IllegalArgumentException(type.getSimpleName() + " is no record");
        }
        this.type = type;
        this.codec = registry.get(type);
        this.annotated = Arrays.stream(type.getRecordComponents())
                .anyMatch(component -> component.isAnnotationPresent(BsonId.class));
    }

    Class<A> type() {
        return type;
    }

    /** Without the store's own fields, and with the version the store gives. */
    public BsonDocument document(A aggregate, long version) {
        BsonDocument fields = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(fields),
                aggregate,
                EncoderContext.builder().build());
        BsonDocument document = rename(fields, "id", "_id");
        document.put("version", new BsonInt64(version));
        return document;
    }

    /** A record inside a document, as it is. */
    public BsonDocument plain(A part) {
        BsonDocument fields = new BsonDocument();
        codec.encode(
                new BsonDocumentWriter(fields), part, EncoderContext.builder().build());
        return fields;
    }

    public A aggregate(BsonDocument document) {
        return decode(new BsonDocumentReader(annotated ? document : rename(document, "_id", "id")));
    }

    byte[] bytes(A aggregate) {
        BasicOutputBuffer buffer = new BasicOutputBuffer();
        try (BsonBinaryWriter writer = new BsonBinaryWriter(buffer)) {
            codec.encode(writer, aggregate, EncoderContext.builder().build());
            return buffer.toByteArray();
        } finally {
            buffer.close();
        }
    }

    A aggregate(byte[] bytes) {
        return decode(new BsonBinaryReader(new ByteBufferBsonInput(new ByteBufNIO(ByteBuffer.wrap(bytes)))));
    }

    /** As it came from the database: read once, where a {@link BsonDocument} is first made of it and then read. */
    A aggregate(RawBsonDocument document) {
        ByteBufferBsonInput bytes = new ByteBufferBsonInput(document.getByteBuffer());
        return decode(annotated ? new BsonBinaryReader(bytes) : new IdReader(bytes));
    }

    /** Tells the document's {@code _id} as {@code id}. */
    private static final class IdReader extends BsonBinaryReader {

        private int depth;

        IdReader(ByteBufferBsonInput bytes) {
            super(bytes);
        }

        @Override
        public void readStartDocument() {
            super.readStartDocument();
            depth++;
        }

        @Override
        public void readEndDocument() {
            super.readEndDocument();
            depth--;
        }

        @Override
        public String readName() {
            String name = super.readName();
            return depth == 1 && name.equals("_id") ? "id" : name;
        }
    }

    private A decode(BsonReader reader) {
        try (reader) {
            return codec.decode(reader, DecoderContext.builder().build());
        }
    }

    private static BsonDocument rename(BsonDocument document, String from, String to) {
        if (!document.containsKey(from)) {
            return document;
        }
        BsonDocument renamed = new BsonDocument(to, document.get(from));
        for (Map.Entry<String, org.bson.BsonValue> field : document.entrySet()) {
            if (!field.getKey().equals(from)) {
                renamed.put(field.getKey(), field.getValue());
            }
        }
        return renamed;
    }
}
