package uz.muhr.client.bench;

/**
 * What one round gave.
 *
 * @param alone a transaction for each document
 * @param together submitted to a journal, where those that wait together share a transaction
 * @param nothing transactions that write nothing
 * @param idle one at a time
 * @param verdicts questions with a verdict for answer
 * @param reads of the records alone
 */
record Round(Anchored alone, Anchored together, Measured nothing, Idle idle, Measured verdicts, Measured reads) {
    /**
     * Documents and what became of them.
     *
     * @param valid how many of those sent verify as VALID; no other counts
     */
    record Anchored(int sent, int valid, Measured transactions) {
        double perSecond() {
            return transactions.perSecond(valid);
        }
    }

    /** One at a time: a document through the journal, and a transaction of nothing. */
    record Idle(Measured documents, Measured nothing) {}

    /** How many times as many documents a second come through the journal. */
    double gain() {
        return together.perSecond() / alone.perSecond();
    }
}
