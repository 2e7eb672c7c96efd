package uz.muhr.client.journal;

import uz.muhr.client.submission.Wish;

/** How a wish goes to the ledger. */
enum Lane {
    /** Shares a transaction with others of its kind. */
    LIST,
    /** In a transaction of its own. */
    SINGLE;

    static Lane of(Wish wish) {
        return wish instanceof Wish.Anchor ? LIST : SINGLE;
    }
}
