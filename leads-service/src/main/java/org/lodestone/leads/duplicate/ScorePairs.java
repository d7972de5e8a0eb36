package org.lodestone.leads.duplicate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Judges a file of labelled pairs as leads are judged: {@code ./lodestone pairs FILE}. */
public final class ScorePairs {

    private ScorePairs() {}

    public static void main(String[] arguments) throws IOException {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length != 1) {
            out.println(
                    "Usage: ./lodestone pairs FILE (tab- or comma-separated: nameA, nameB, optional usccA usccB phoneA phoneB"
                            + " domainA domainB, label same|different)");
            System.exit(2);
        }
        Tally tally = Tally.of(LabelledPair.read(Path.of(arguments[0])));
        tally.errors().forEach(out::println);
        out.println(tally);
    }
}
