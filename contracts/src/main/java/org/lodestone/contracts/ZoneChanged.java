package org.lodestone.contracts;

/** A development zone 开发区: GB/T 2260 code and names; {@code template} is its pipeline template, {@code timeZone} an IANA name. */
public record ZoneChanged(String zone, String name, String nameEn, String timeZone, String template)
        implements DirectoryEvent {}
