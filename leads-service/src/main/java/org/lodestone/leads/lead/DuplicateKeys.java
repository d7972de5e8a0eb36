package org.lodestone.leads.lead;

/** What leads are found under when the same or similar ones are looked for; answered by who judges that. */
public interface DuplicateKeys {

    /** Exact values; none tells a phone or a person. */
    Iterable<String> same(Lead lead);

    /** What a lead is judged by once it is found, in the form of whoever judges; no phone as it is. */
    byte[] facts(Lead lead);

    /** By what kind of lead it is. */
    Iterable<String> kind(Lead lead);
}
