package org.lodestone.leads.duplicate;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.TreeSet;
import org.lodestone.leads.investor.CompanyName;
import org.lodestone.leads.investor.KeptName;

/** Facts as bytes beside a lead in the index, so that it is judged before it is read. */
final class KeptFacts {

    /** A form of another length than a name's or a code's is none of ours. */
    private static final int MOST = 255;

    private KeptFacts() {}

    static byte[] of(Facts facts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeBoolean(facts.name() != null);
            if (facts.name() != null) {
                KeptName.write(facts.name(), out);
            }
            out.writeUTF(facts.uscc() == null ? "" : facts.uscc());
            write(facts.phones(), out);
            write(facts.domains(), out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Facts read(byte[] kept) {
        if (kept.length == 0) {
            return new Facts(null, null, Set.of(), Set.of());
        }
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(kept))) {
            CompanyName name = in.readBoolean() ? KeptName.read(in) : null;
            String uscc = in.readUTF();
            return new Facts(name, uscc.isEmpty() ? null : uscc, set(in), set(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Set<String> values, DataOutputStream out) throws IOException {
        int count = Math.min(MOST, values.size());
        out.writeByte(count);
        for (String value : values.stream().limit(count).toList()) {
            out.writeUTF(value);
        }
    }

    private static Set<String> set(DataInputStream in) throws IOException {
        Set<String> values = new TreeSet<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            values.add(in.readUTF());
        }
        return values;
    }
}
