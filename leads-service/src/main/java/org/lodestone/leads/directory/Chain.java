package org.lodestone.leads.directory;

/** An industry chain 产业链, shared by all zones. */
public record Chain(String id, String name, String nameEn) {}
