package org.lodestone.leads.lead;

/** What leads are found under when the same or similar ones are looked for; answered by who judges that. */
public interface DuplicateKeys {

    Kept of(Lead lead);

    /**
     * What the index keeps of one lead.
     *
     * @param same exact values; none tells a phone or a person
     * @param facts what a lead is judged by once it is found, in the form of whoever judges; no phone as it is
     * @param kind by what kind of lead it is
     */
    record Kept(Iterable<String> same, byte[] facts, Iterable<String> kind) {}
}
