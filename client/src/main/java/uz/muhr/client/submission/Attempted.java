package uz.muhr.client.submission;

import uz.muhr.client.commitment.Place;
import uz.muhr.protocol.refusal.Refusal;

/** What one attempt at a write came to. */
public sealed interface Attempted {
    /**
     * It is on the ledger.
     *
     * @param answer what the contract answered; empty for a document of a list, whose receipt says all
     * @param before whether it was there already, by an earlier attempt
     */
    record Done(Place place, String answer, boolean before) implements Attempted {}

    /**
     * The ledger's rules say no.
     *
     * @param taken whether another record stands in its place, so that no earlier attempt can have come through either
     */
    record Refused(Refusal refusal, boolean taken) implements Attempted {}

    /** Another transaction came first, and nothing was written: to be tried anew. */
    record Overtaken() implements Attempted {}

    /** The ledger could not be asked, and this attempt wrote nothing. */
    record NotSent(String sentence) implements Attempted {}

    /** Nobody said what became of it: it may be on the ledger, now or later. */
    record Unknown(String sentence) implements Attempted {}
}
