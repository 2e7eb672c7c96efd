package uz.muhr.proof.verification;

import uz.muhr.protocol.identifier.DocumentId;

/**
 * The keys under which the chaincode keeps a document: Fabric's composite keys, each part between U+0000. They are listed
 * in {@code chaincode/README.md}.
 */
final class StateKey {
    private static final char BORDER = 0;

    private StateKey() {}

    /** Of the current record. */
    static String current(DocumentId id) {
        return composite("D", id.hex());
    }

    /** Of a version, as it stood before the next change. */
    static String earlier(DocumentId id, long sequence) {
        return composite("E", id.hex(), Long.toString(sequence));
    }

    private static String composite(String... parts) {
        return BORDER + String.join(String.valueOf(BORDER), parts) + BORDER;
    }
}
