package org.lodestone.localstack;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.wire.bson.BsonDecoder;
import de.bwaldvogel.mongo.wire.bson.BsonEncoder;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.Map;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.jspecify.annotations.Nullable;

/** Documents lie in the file as BSON; in the stock form, Java's serialization, writing them made half of all garbage. */
final class StoredDocument extends BasicDataType<Document> {

    static final StoredDocument TYPE = new StoredDocument();

    private static final int BYTES_OF_A_VALUE = 8;
    private static final int BYTES_AT_FIRST = 4096;

    private StoredDocument() {}

    /** About as many as its bytes in the file: that is what the size of a page and the cache are counted in. */
    @Override
    public int getMemory(Document document) {
        return bytes(document);
    }

    private static int bytes(@Nullable Object value) {
        return switch (value) {
            case Map<?, ?> fields -> {
                int sum = BYTES_OF_A_VALUE;
                for (Map.Entry<?, ?> field : fields.entrySet()) {
                    sum += bytes(field.getKey()) + bytes(field.getValue());
                }
                yield sum;
            }
            case Collection<?> values -> {
                int sum = BYTES_OF_A_VALUE;
                for (Object one : values) {
                    sum += bytes(one);
                }
                yield sum;
            }
            case String text -> BYTES_OF_A_VALUE + text.length();
            case BinData data -> BYTES_OF_A_VALUE + data.getData().length;
            case null, default -> BYTES_OF_A_VALUE;
        };
    }

    @Override
    public void write(WriteBuffer buffer, Document document) {
        ByteBuf bson = Unpooled.buffer(BYTES_AT_FIRST);
        BsonEncoder.encodeDocument(document, bson);
        buffer.put(bson.array(), bson.arrayOffset() + bson.readerIndex(), bson.readableBytes());
    }

    @Override
    public Document read(ByteBuffer buffer) {
        ByteBuf bson = Unpooled.wrappedBuffer(buffer.slice());
        Document document = BsonDecoder.decodeBson(bson);
        buffer.position(buffer.position() + bson.readerIndex());
        return document;
    }

    @Override
    public Document[] createStorage(int size) {
        return new Document[size];
    }
}
