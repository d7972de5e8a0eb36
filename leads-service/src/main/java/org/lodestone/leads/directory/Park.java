package org.lodestone.leads.directory;

/** A park 园区: one zone has many. */
public record Park(String id, String zone, String name, String nameEn) {}
