package uz.muhr.client.tally;

import java.time.LocalDate;

/**
 * What is counted together.
 *
 * @param day in UTC, by this client's clock
 * @param code a verdict's, or a refusal's
 */
record Tally(LocalDate day, Kind kind, String code) {}
