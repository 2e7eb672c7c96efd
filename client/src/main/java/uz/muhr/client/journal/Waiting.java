package uz.muhr.client.journal;

import java.time.Instant;
import java.util.Optional;

/**
 * The submissions that have not reached their end.
 *
 * @param oldest when the first of them was accepted
 */
public record Waiting(int count, Optional<Instant> oldest) {}
