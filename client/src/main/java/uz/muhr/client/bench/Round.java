package uz.muhr.client.bench;

/**
 * What one round gave.
 *
 * @param alone a transaction for each document
 * @param together a transaction for each list
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

    /** Transactions one at a time, of one document and of nothing. */
    record Idle(Measured documents, Measured nothing) {}

    /** How many times as many documents a second lists anchor. */
    double gain() {
        return together.perSecond() / alone.perSecond();
    }
}
