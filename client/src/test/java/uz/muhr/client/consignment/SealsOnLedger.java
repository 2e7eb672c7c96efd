package uz.muhr.client.consignment;

import io.grpc.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.Proposed;
import uz.muhr.client.ToldNetwork;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.Actor;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.sealing.Sealer;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/**
 * The ledger's rules of consignments and seals, with no other contract beside, behind a {@link ToldNetwork}. An hour passes with
 * each transaction. Every transaction that was endorsed before another was committed lost to it.
 */
public final class SealsOnLedger implements ToldNetwork.Story {
    private static final CertificateHash CERTIFICATE = new CertificateHash("12".repeat(32));
    private static final Map<String, SealParty> AUTHORITIES =
            Map.of("CustomsMSP", SealParty.CUSTOMS, "QuarantineMSP", SealParty.QUARANTINE);

    private final SealState state = new SealState();
    private final Map<TransactionId, Endorsement> endorsed = new HashMap<>();
    private final Map<TransactionId, CommitStatusResponse> outcomes = new LinkedHashMap<>();
    private final List<TransactionId> held = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-23T10:00:00Z");
    private boolean holding = false;
    private @Nullable Status ailment;

    private record Endorsement(int height, Runnable write) {}

    /** From now on the orderers take what they are given, and nobody says what became of it. */
    public synchronized void hold() {
        holding = true;
    }

    /** What was held is ordered, as is what comes. */
    public synchronized void release() {
        holding = false;
        held.forEach(this::commit);
        held.clear();
    }

    /** What was held is lost for good, and what comes is ordered. */
    public synchronized void lose() {
        holding = false;
        held.clear();
    }

    /** The peers endorse nothing from now on and say why; none when they do again. */
    public synchronized void ail(@Nullable Status why) {
        ailment = why;
    }

    /** Moves the clock of those who propose. */
    public synchronized void move(Duration by) {
        now = now.plus(by);
    }

    /** When the last transaction was made. */
    public synchronized Instant now() {
        return now;
    }

    /** How many transactions were ordered. */
    public synchronized int ordered() {
        return outcomes.size();
    }

    @Override
    public synchronized String answer(Proposed proposed) {
        if (proposed.function().equals("document:verify")) {
            Question question = Question.parse(proposed.arguments().get(0));
            return new Report(question, now, List.of(), false).write();
        }
        return state.read(proposed.function(), proposed.arguments());
    }

    @Override
    public synchronized String endorse(Proposed proposed) {
        if (ailment != null) {
            throw ailment.asRuntimeException();
        }
        Change change = new Change(new Actor(proposed.by(), CERTIFICATE), proposed.transaction(), now);
        Set<SealParty> authorities = Optional.ofNullable(
                        AUTHORITIES.get(proposed.by().value()))
                .map(Set::of)
                .orElse(Set.of());
        SealState.Decision decision =
                state.decide(proposed.function(), proposed.arguments().get(0), new Sealer(change, authorities));
        endorsed.put(proposed.transaction(), new Endorsement(outcomes.size(), decision.write()));
        return decision.answer();
    }

    @Override
    public synchronized void order(TransactionId transaction) {
        if (holding) {
            held.add(transaction);
        } else {
            commit(transaction);
        }
    }

    private void commit(TransactionId transaction) {
        Endorsement endorsement = endorsed.get(transaction);
        if (endorsement == null) {
            throw Status.FAILED_PRECONDITION.withDescription("not endorsed").asRuntimeException();
        }
        boolean first = endorsement.height() == outcomes.size();
        if (first) {
            endorsement.write().run();
            now = now.plus(Duration.ofHours(1));
        }
        outcomes.put(
                transaction,
                CommitStatusResponse.newBuilder()
                        .setResult(first ? TxValidationCode.VALID : TxValidationCode.MVCC_READ_CONFLICT)
                        .setBlockNumber(10L + outcomes.size())
                        .build());
    }

    @Override
    public synchronized CommitStatusResponse outcome(TransactionId transaction) {
        CommitStatusResponse outcome = outcomes.get(transaction);
        if (outcome == null) {
            throw Status.UNAVAILABLE.withDescription("nobody knows it").asRuntimeException();
        }
        return outcome;
    }
}
