package uz.muhr.protocol.consignment;

import java.util.Optional;

/** An event that names the one before it by its hash. */
public interface ChainedEvent {
    /** Its place in its chain, from 1. */
    long sequence();

    /** The hash of the event before it; absent for the first alone. */
    Optional<EventHash> previous();

    /** The hash by which the next event names this one. */
    EventHash hash();

    /** Whether it comes next after another one, and names it. */
    default boolean follows(ChainedEvent before) {
        return sequence() == before.sequence() + 1 && previous().equals(Optional.of(before.hash()));
    }
}
