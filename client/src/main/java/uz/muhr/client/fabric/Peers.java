package uz.muhr.client.fabric;

import io.grpc.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import uz.muhr.protocol.identifier.MspId;

/**
 * The peers behind a profile's gateways, in its order. Each call asks them in turn until one answers, all within one
 * deadline; a refusal is an answer.
 */
record Peers(List<Peer> inOrder) implements AutoCloseable {

    static Peers open(Profile profile, Profile.ProfileUser user) {
        return new Peers(profile.gateways().stream()
                .map(address -> Peer.open(profile, address, user))
                .toList());
    }

    List<MspId> organisations() {
        return inOrder.stream().map(Peer::organisation).toList();
    }

    /** The same with one of them first. */
    Peers startingWith(Peer first) {
        return new Peers(Stream.concat(Stream.of(first), inOrder.stream().filter(peer -> peer != first))
                .toList());
    }

    /**
     * The first answer. What is left of the time is divided evenly among those not asked yet, so that one that never
     * answers leaves time for the next.
     *
     * @throws LedgerUnavailableException when none answers in time; it says why of each
     */
    <T> Answered<T> first(Duration within, BiFunction<Peer, Deadline, T> call) {
        Deadline total = Deadlines.in(within);
        List<LedgerUnavailableException> failures = new ArrayList<>();
        for (Peer peer : inOrder) {
            try {
                T value = call.apply(peer, Deadlines.share(total, inOrder.size() - failures.size()));
                return new Answered<>(value, peer.organisation());
            } catch (LedgerUnavailableException e) {
                failures.add(e);
            }
        }
        throw LedgerUnavailableException.ofAll(failures);
    }

    @Override
    public void close() {
        inOrder.forEach(Peer::close);
    }
}
