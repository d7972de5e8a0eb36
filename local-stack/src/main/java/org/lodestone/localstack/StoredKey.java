package org.lodestone.localstack;

import de.bwaldvogel.mongo.backend.KeyValue;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.h2.mvstore.DataUtils;
import org.h2.mvstore.WriteBuffer;
import org.h2.mvstore.type.BasicDataType;
import org.h2.mvstore.type.ObjectDataType;

/** Keys of indexes, compared value by value. The stock form serializes both keys for each comparison on the way down the tree. */
final class StoredKey extends BasicDataType<KeyValue> {

    static final StoredKey TYPE = new StoredKey();

    private static final int BYTES_OF_A_KEY = 24;

    private final ObjectDataType values = new ObjectDataType();

    private StoredKey() {}

    @Override
    public int compare(KeyValue one, KeyValue other) {
        int common = Math.min(one.size(), other.size());
        for (int i = 0; i < common; i++) {
            int order = values.compare(one.get(i), other.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(one.size(), other.size());
    }

    @Override
    public int getMemory(KeyValue key) {
        int sum = BYTES_OF_A_KEY;
        for (Object value : key) {
            sum += values.getMemory(value);
        }
        return sum;
    }

    @Override
    public void write(WriteBuffer buffer, KeyValue key) {
        buffer.putVarInt(key.size());
        for (Object value : key) {
            values.write(buffer, value);
        }
    }

    @Override
    public KeyValue read(ByteBuffer buffer) {
        int size = DataUtils.readVarInt(buffer);
        List<Object> read = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            read.add(values.read(buffer));
        }
        return new KeyValue(read);
    }

    @Override
    public KeyValue[] createStorage(int size) {
        return new KeyValue[size];
    }
}
