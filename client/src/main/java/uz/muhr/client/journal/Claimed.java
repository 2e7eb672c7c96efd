package uz.muhr.client.journal;

import uz.muhr.client.submission.Sendings;

/**
 * A submission that this process works on, and no other.
 *
 * @param place in the order of acceptance
 * @param sendings what earlier attempts sent
 */
record Claimed(long place, Submitted submitted, Sendings sendings) {}
