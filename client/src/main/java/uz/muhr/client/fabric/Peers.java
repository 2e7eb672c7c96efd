package uz.muhr.client.fabric;

import io.grpc.Deadline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Stream;
import uz.muhr.client.fabric.key.UserKey;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Reason;

/**
 * The peers behind a profile's gateways, in its order. Each call asks them in turn until one answers, all within one
 * deadline; a refusal is an answer.
 */
record Peers(List<Peer> inOrder) implements AutoCloseable {

    static Peers open(Profile profile, UserKey key) {
        return new Peers(profile.gateways().stream()
                .map(address -> Peer.open(profile, address, key))
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

    /** What each of them says for itself, one after the other; each has the time for itself. */
    <T> List<PeerAnswer<T>> each(Duration within, BiFunction<Peer, Deadline, T> call) {
        return inOrder.stream().map(peer -> asked(peer, within, call)).toList();
    }

    private static <T> PeerAnswer<T> asked(Peer peer, Duration within, BiFunction<Peer, Deadline, T> call) {
        try {
            return new PeerAnswer.Given<>(peer.organisation(), call.apply(peer, Deadlines.in(within)));
        } catch (LedgerUnavailableException e) {
            return new PeerAnswer.Missing<>(peer.organisation(), Reason.LEDGER_UNREACHABLE);
        } catch (Refusal e) {
            return new PeerAnswer.Missing<>(peer.organisation(), Reason.LEDGER_CONTRADICTORY);
        }
    }

    /**
     * What a function of one of our contracts reads, on the first peer that answers.
     *
     * @throws Refusal the contract's own; CORRUPT_RECORD when the answer is not understood
     */
    <T> Answered<T> read(String contract, Function<String, T> reader, String function, String... arguments) {
        return first(
                Deadlines.READ,
                (peer, deadline) -> understood(reader, peer.ask(contract, deadline, function, arguments)));
    }

    /** Has a function of one of our contracts endorsed; nothing is written until it is committed. */
    Endorsed propose(String contract, String function, String... arguments) {
        return first(
                        Deadlines.ENDORSE,
                        (peer, deadline) ->
                                new Endorsed(startingWith(peer), peer.endorse(contract, deadline, function, arguments)))
                .value();
    }

    /** What is wrong with an answer is no fault of the question, so it may not be reported as a malformed argument. */
    static <T> T understood(Function<String, T> reader, byte[] answer) {
        try {
            return reader.apply(new String(answer, StandardCharsets.UTF_8));
        } catch (Refusal e) {
            throw new Refusal(
                    ErrorCode.CORRUPT_RECORD, "The peer's answer is not as the ledger writes it: " + e.sentence(), e);
        }
    }

    @Override
    public void close() {
        inOrder.forEach(Peer::close);
    }
}
