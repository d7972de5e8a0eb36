package org.lodestone.contracts;

/** The event log's topics. Keys never move between partitions, so {@link #PARTITIONS} is fixed for good. */
public final class Topics {

    public static final String LEADS = "lodestone.leads.v1";
    public static final String REGISTRATIONS = "lodestone.registrations.v1";
    public static final String PROJECTS = "lodestone.projects.v1";
    /** Compacted: the last entry of every key is kept. */
    public static final String DIRECTORY = "lodestone.directory.v1";
    /** Doorbells for one person's open pages, keyed by recipient; ids only, kept for a day. */
    public static final String INBOX = "lodestone.inbox.v1";

    /** How far one person's jobs are, keyed by the person; kept for a day. */
    public static final String JOBS = "lodestone.jobs.v1";

    /** What is asked about a person, and answered: no events, emptied as soon as it was heard. One partition each. */
    public static final String INQUIRIES = "lodestone.inquiries.v1";

    public static final String FINDINGS = "lodestone.findings.v1";

    public static final int PARTITIONS = 12;

    private Topics() {}
}
