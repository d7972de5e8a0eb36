package org.lodestone.leads.directory;

/** A development zone 开发区: {@code id} is its GB/T 2260 code, {@code template} the family of its pipelines. */
public record Zone(String id, String name, String nameEn, String timeZone, String template) {}
