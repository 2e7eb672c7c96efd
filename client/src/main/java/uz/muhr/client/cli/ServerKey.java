package uz.muhr.client.cli;

import uz.muhr.protocol.refusal.Refusal;

/** What lets a program into a running client. It is in no text but the header that shows it. */
record ServerKey(String text) {
    /**
     * Refuses what cannot be one, before it is sent anywhere.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    ServerKey {
        if (!text.matches("muhr_[0-9a-f]{16}_[A-Za-z0-9_-]{43}")) {
            throw Refusal.malformed(
                    "The key for --server has to begin with muhr_, as it was shown when it was made; it is"
                            + " something else.");
        }
    }

    /** RFC 6750. */
    String header() {
        return "Bearer " + text;
    }

    @Override
    public String toString() {
        return "a key";
    }
}
