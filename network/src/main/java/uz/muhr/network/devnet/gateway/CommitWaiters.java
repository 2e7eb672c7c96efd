package uz.muhr.network.devnet.gateway;

import io.grpc.stub.ServerCallStreamObserver;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import uz.muhr.network.devnet.ledger.Ledger;

/** Clients that wait for a transaction's outcome, for as long as their own deadline lets them. */
public final class CommitWaiters {
    private final Ledger ledger;
    private final Set<Waiter> waiters = ConcurrentHashMap.newKeySet();

    private record Waiter(String transactionId, ServerCallStreamObserver<CommitStatusResponse> client) {}

    public CommitWaiters(Ledger ledger) {
        this.ledger = ledger;
        ledger.listen(() -> waiters.forEach(this::tell));
    }

    /** Answers at once when the transaction is committed, otherwise after its block. */
    void await(String transactionId, ServerCallStreamObserver<CommitStatusResponse> client) {
        Waiter waiter = new Waiter(transactionId, client);
        client.setOnCancelHandler(() -> waiters.remove(waiter));
        // The waiter is known before the index is asked, so that no commit falls between the two.
        waiters.add(waiter);
        tell(waiter);
    }

    private void tell(Waiter waiter) {
        ledger.transaction(waiter.transactionId())
                .filter(place -> waiters.remove(waiter))
                .filter(place -> !waiter.client().isCancelled())
                .ifPresent(place -> {
                    waiter.client()
                            .onNext(CommitStatusResponse.newBuilder()
                                    .setResult(place.code())
                                    .setBlockNumber(place.block())
                                    .build());
                    waiter.client().onCompleted();
                });
    }
}
