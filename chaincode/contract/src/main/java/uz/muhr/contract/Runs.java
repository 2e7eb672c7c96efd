package uz.muhr.contract;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Tells apart the times that a peer has one transaction run. Whoever has a proposal may send it again at once, evaluated first
 * and endorsed then, and the shim strikes a transaction off its list, by its id, only after it has sent the answer: the
 * second run of the same id would be struck off with the first, and wait for its reads for ever in one of the shim's
 * five threads (hyperledger/fabric-chaincode-java issue 306). So towards the shim each run has an id of its own.
 */
final class Runs {
    private static final char MARK = '#';

    private final Map<Transaction, String> current = new ConcurrentHashMap<>();
    private final AtomicLong count = new AtomicLong();

    private record Transaction(String channel, String id) {}

    /** The id of a new run; an earlier one of the same transaction is the peer's no more. */
    String begin(String channel, String transaction) {
        String run = transaction + MARK + count.incrementAndGet();
        current.put(new Transaction(channel, transaction), run);
        return run;
    }

    /** The run that a message of the peer about a transaction is for. */
    Optional<String> of(String channel, String transaction) {
        return Optional.ofNullable(current.get(new Transaction(channel, transaction)));
    }

    /** Whether the peer still waits for a run. */
    boolean goesOn(String channel, String run) {
        return of(channel, transaction(run)).filter(run::equals).isPresent();
    }

    /** Ends a run, and says whether the peer still waited for it. */
    boolean end(String channel, String run) {
        return current.remove(new Transaction(channel, transaction(run)), run);
    }

    /** The id of the transaction that a run is of. */
    static String transaction(String run) {
        return run.substring(0, run.lastIndexOf(MARK));
    }
}
