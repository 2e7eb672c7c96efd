package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import io.grpc.Deadline;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BiFunction;
import org.hyperledger.fabric.protos.common.Block;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.verification.Wanted;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.verdict.Question;

/** A bundle in the making: answers and blocks are fetched document by document, all within one time. */
public final class ProofCollection {
    private final Profile profile;
    private final Peers peers;
    private final SortedSet<MspId> trusted;
    private final Duration within;
    private final Deadline end;
    private final List<ByteString> answers = new ArrayList<>();
    private final ProofBlocks blocks = new ProofBlocks();

    ProofCollection(Profile profile, Peers peers, SortedSet<MspId> trusted, Duration within) {
        this.profile = profile;
        this.peers = peers;
        this.trusted = trusted;
        this.within = within;
        this.end = Deadlines.in(within);
    }

    /**
     * Fetches what shows what became of one document.
     *
     * @param question names the document and its present content
     * @throws LedgerUnavailableException when too few organisations answer, or the time is over
     */
    public void add(Question question) {
        ByteString answer =
                first(Deadlines.ENDORSE, (peer, deadline) -> attest(peer, deadline, trusted, question.write()));
        answers.add(answer);
        Wanted wanted = Wanted.by(answer, profile.channel(), profile.chaincode());
        for (TransactionId transaction : wanted.transactions()) {
            if (!blocks.hold(transaction)) {
                blocks.add(first(Deadlines.READ, (peer, deadline) -> BlockQuery.of(peer, deadline, transaction)));
            }
        }
        if (!blocks.hold(wanted.block())) {
            blocks.add(first(Deadlines.READ, (peer, deadline) -> BlockQuery.of(peer, deadline, wanted.block())));
        }
    }

    /**
     * What was fetched, with the configurations that lead up to it; not verified yet.
     *
     * @throws LedgerUnavailableException when no peer answers, or the time is over
     */
    public ProofBundle bundle() {
        long height = first(Deadlines.READ, BlockQuery::height);
        List<ByteString> configurations = ProofBlock.configurations(height, this::block);
        return new ProofBundle(configurations, blocks.ascending(), answers);
    }

    private Block block(long number) {
        return first(Deadlines.READ, (peer, deadline) -> BlockQuery.of(peer, deadline, number));
    }

    private <T> T first(Duration most, BiFunction<Peer, Deadline, T> call) {
        long left = end.timeRemaining(TimeUnit.NANOSECONDS);
        if (left <= 0) {
            throw new LedgerUnavailableException(
                    "The peers did not give all of the proof within " + within.toSeconds()
                            + " s. Ask for fewer documents at once, or later.",
                    new TimeoutException());
        }
        return peers.first(Duration.ofNanos(Math.min(left, most.toNanos())), call)
                .value();
    }

    /** All of them; failing that, all but one, which may be down or have gone astray. */
    private static ByteString attest(Peer peer, Deadline deadline, SortedSet<MspId> trusted, String question) {
        List<List<MspId>> choices = new ArrayList<>(List.of(List.copyOf(trusted)));
        for (MspId left : trusted) {
            choices.add(trusted.stream().filter(each -> !each.equals(left)).toList());
        }
        choices.removeIf(choice -> choice.size() <= trusted.size() / 2);
        List<LedgerUnavailableException> failures = new ArrayList<>();
        for (int at = 0; at < choices.size(); at++) {
            // Half of the time is for all of them: one that falls silent must not use up the time of the others.
            int share = at == 0 ? Math.min(2, choices.size()) : choices.size() - at;
            try {
                return peer.attest(Deadlines.share(deadline, share), choices.get(at), question);
            } catch (LedgerUnavailableException e) {
                failures.add(e);
            }
        }
        throw tooFew(trusted, failures);
    }

    private static LedgerUnavailableException tooFew(
            SortedSet<MspId> trusted, List<LedgerUnavailableException> failures) {
        List<MspId> missing = trusted.stream()
                .filter(organisation -> failures.stream().anyMatch(failure -> Failures.names(failure, organisation)))
                .toList();
        return new LedgerUnavailableException(
                "A proof takes one answer of the peers of " + names(trusted) + ", or of all but one; there is none"
                        + (missing.isEmpty() ? ". " : ", for want of those of " + names(missing) + ". ")
                        + failures.get(0).sentence(),
                failures.get(0));
    }

    private static String names(Iterable<MspId> organisations) {
        List<String> names = new ArrayList<>();
        organisations.forEach(organisation -> names.add(organisation.value()));
        return String.join(", ", names);
    }
}
