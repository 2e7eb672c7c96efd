package uz.muhr.protocol.disclosure;

import uz.muhr.protocol.refusal.Refusal;

/** What has to hold of a disclosure, whatever the ledger says; a refusal names the one that does not. */
public enum DisclosureRule {
    /** There is at least one field, and none beyond the number of all. */
    INDEX_IN_RANGE,
    /** Fields stand by rising index and, in the same order, by rising path: none is repeated and none out of its place. */
    FIELD_ORDER,
    /** Whatever holds a shown field is shown too, and is of a type that can hold it. */
    FIELD_HOLDER,
    /** There are as many hashes of hidden parts as the tree has room for. */
    HIDDEN_MISSING,
    HIDDEN_SURPLUS,
    /** Fields and hashes come to the commitment that is named. */
    COMMITMENT_REACHED;

    /** @param found what there is instead, without a full stop */
    Refusal broken(String found) {
        return Refusal.malformed("The disclosure does not hold by the rule " + name() + ": " + found
                + ". Take it as whoever disclosed it made it.");
    }

    void require(boolean holds, String found) {
        if (!holds) {
            throw broken(found);
        }
    }
}
