package uz.muhr.client.webhook;

/** What came of sending one message. */
sealed interface Answer {
    /** The receiver has it. */
    record Taken() implements Answer {}

    /**
     * The receiver has it not, as far as we know.
     *
     * @param reason in one sentence, without anything that the receiver said
     */
    record Failed(String reason) implements Answer {}

    /** The receiver wants no more (RFC 9110, status 410). */
    record Gone() implements Answer {}
}
