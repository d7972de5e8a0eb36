package org.lodestone.contracts;

/** The directory of zones, parks, people, chains and calendars, an entry at a time; the last word for a key holds. */
public sealed interface DirectoryEvent extends Event
        permits ZoneChanged, ParkChanged, PersonChanged, PersonAbsencesChanged, ChainChanged, CalendarChanged {}
