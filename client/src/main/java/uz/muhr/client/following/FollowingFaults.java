package uz.muhr.client.following;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionException;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.protocol.refusal.Refusal;

/** Why no block is taken, in one sentence. */
final class FollowingFaults {
    private FollowingFaults() {}

    static String sentence(RuntimeException fault) {
        if (fault instanceof LedgerUnavailableException unavailable) {
            return unavailable.sentence();
        }
        if (fault instanceof ForeignLedgerException foreign) {
            return foreign.sentence();
        }
        if (fault instanceof Refusal refusal) {
            return refusal.sentence();
        }
        if (fault instanceof DataAccessException || fault instanceof TransactionException) {
            return "The database did not take a block (" + fault.getClass().getSimpleName() + ").";
        }
        return "Following failed: " + fault;
    }
}
