package uz.muhr.client.report;

import uz.muhr.protocol.record.DocumentRecord;

/** What made a version of a record out of the one before it. */
enum Step {
    ANCHORED,
    SUSPENDED,
    REINSTATED,
    REVOKED,
    SUPERSEDED,
    REISSUED,
    RENEWED;

    /** Of the first version. */
    static Step first() {
        return ANCHORED;
    }

    static Step between(DocumentRecord earlier, DocumentRecord later) {
        if (!later.commitment().equals(earlier.commitment())) {
            return REISSUED;
        }
        if (later.status() == earlier.status()) {
            return RENEWED;
        }
        return switch (later.status()) {
            case VALID -> REINSTATED;
            case SUSPENDED -> SUSPENDED;
            case REVOKED -> REVOKED;
            case SUPERSEDED -> SUPERSEDED;
        };
    }
}
