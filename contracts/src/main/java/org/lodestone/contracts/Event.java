package org.lodestone.contracts;

/** What happened, once, to one aggregate. The payload of a CloudEvent; everything about it as a message is in its headers. */
public sealed interface Event permits LeadEvent, RegistrationEvent, ProjectEvent, DirectoryEvent {

    /** GB/T 2260 code of the zone, or {@code *} for what concerns all of them. */
    String zone();
}
