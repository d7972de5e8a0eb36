package org.lodestone.contracts;

/** An industry chain 产业链; {@code zone} is {@code *} when all zones share it. */
public record ChainChanged(String id, String zone, String name, String nameEn) implements DirectoryEvent {}
