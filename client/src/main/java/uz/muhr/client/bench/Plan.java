package uz.muhr.client.bench;

/**
 * How much is done.
 *
 * @param rounds how often everything takes its turn
 * @param documents submitted through the journal in each round
 * @param lists how many lists of the journal are under way at a time
 * @param clients how many submit at a time, and how many transactions of one document are under way at a time
 * @param fill documents that are anchored before anything is measured
 */
record Plan(int rounds, int documents, int lists, int clients, int fill) {
    private static final int MANY = 10_000_000;
    private static final int SHARE = 20;

    Plan {
        check("rounds", rounds, 1, 1_000);
        check("documents", documents, 1, MANY);
        check("lists", lists, 1, 100);
        check("clients", clients, 1, 400);
        check("fill", fill, 0, MANY);
    }

    /** Documents anchored by a transaction each, no-op transactions, verdicts and reads in a round: each so slow that fewer do. */
    int singles() {
        return Math.max(1, documents / SHARE);
    }

    /** Submissions in a round that have the network for themselves. */
    int idle() {
        return Math.min(20, singles());
    }

    /** A round that only makes programs warm. */
    Plan warmingUp() {
        return new Plan(1, documents, lists, clients, 0);
    }

    private static void check(String name, int given, int least, int most) {
        if (given < least || given > most) {
            throw new IllegalArgumentException(
                    "--" + name + " has to be a number from " + least + " to " + most + "; it is " + given + ".");
        }
    }
}
