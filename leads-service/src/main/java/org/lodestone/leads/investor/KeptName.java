package org.lodestone.leads.investor;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A name taken apart, as bytes: to compare it again costs a hundredth of taking it apart again. */
public final class KeptName {

    private static final int NO_PHASE = -1;

    private KeptName() {}

    public static void write(CompanyName name, DataOutput out) throws IOException {
        out.writeUTF(name.brand());
        out.writeByte(name.words().size());
        for (Word word : name.words()) {
            out.writeUTF(word.text());
            out.writeByte(word.kind().ordinal());
        }
        out.writeByte(name.places().size());
        for (String place : name.places()) {
            out.writeUTF(place);
        }
        out.writeByte(name.form().ordinal());
        out.writeBoolean(name.placedInside());
        out.writeBoolean(name.group());
        out.writeBoolean(name.branch());
        Integer phase = name.phase();
        out.writeInt(phase == null ? NO_PHASE : phase);
        out.writeByte(name.aliases().size());
        for (CompanyName alias : name.aliases()) {
            write(alias, out);
        }
    }

    public static CompanyName read(DataInput in) throws IOException {
        String brand = in.readUTF();
        List<Word> words = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            words.add(new Word(in.readUTF(), Word.Kind.values()[in.readUnsignedByte()]));
        }
        Set<String> places = new HashSet<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            places.add(in.readUTF());
        }
        Form form = Form.values()[in.readUnsignedByte()];
        boolean placedInside = in.readBoolean();
        boolean group = in.readBoolean();
        boolean branch = in.readBoolean();
        int phase = in.readInt();
        List<CompanyName> aliases = new ArrayList<>();
        for (int left = in.readUnsignedByte(); left > 0; left--) {
            aliases.add(read(in));
        }
        return new CompanyName(
                brand,
                List.copyOf(words),
                Set.copyOf(places),
                placedInside,
                form,
                group,
                branch,
                phase == NO_PHASE ? null : phase,
                List.copyOf(aliases));
    }
}
