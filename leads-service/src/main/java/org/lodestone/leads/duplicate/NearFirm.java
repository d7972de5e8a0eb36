package org.lodestone.leads.duplicate;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lodestone.platform.search.TermLookup;

/** A firm for whoever keeps firms in an index of their own: found and judged as leads are, but by name and credit code alone. */
public final class NearFirm {

    /** The index's field of terms. */
    public static final String ALIKE = "alike";
    /** And the one of bytes beside them. */
    public static final String FACTS = "facts";

    public static final TermLookup LOOKUP = new TermLookup(ALIKE, FACTS, Duplicates.POOL);

    private final Facts facts;

    private NearFirm(Facts facts) {
        this.facts = facts;
    }

    public static NearFirm of(@Nullable String name, @Nullable String uscc) {
        return new NearFirm(Facts.of(name, null, uscc, List.of(), List.of()));
    }

    /** What it is kept under. */
    public Iterable<String> keys() {
        return Keys.kept(facts);
    }

    /** What it is judged by. */
    public byte[] kept() {
        return KeptFacts.of(facts);
    }

    /** Empty for one of which nothing is known. */
    public Optional<TermLookup.Asked> asked() {
        return facts.name() == null && facts.uscc() == null ? Optional.empty() : Optional.of(new Pool(facts).asked());
    }
}
