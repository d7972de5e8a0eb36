package org.lodestone.contracts;

/** A park 园区 of a zone. */
public record ParkChanged(String id, String zone, String name, String nameEn) implements DirectoryEvent {}
