package org.lodestone.platform.job;

/**
 * How far a job is, as the stream tells it. Only codes and counts: what it is about is read where the job is kept.
 *
 * @param kind e.g. {@code lead-import}
 * @param owner whose pages hear of it
 * @param state as the job's own resource has it
 */
public record JobProgress(String id, String kind, String owner, String zone, String state, long done, long total) {}
