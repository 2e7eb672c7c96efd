package uz.muhr.client.fabric;

import com.google.protobuf.ByteString;
import io.grpc.Deadline;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.verification.Wanted;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.verdict.Question;

/**
 * What of the ledger a proof is made of: the pinned configuration, blocks, and answers that several organisations' peers
 * endorse. Nothing is written. Deadlines and failures are the {@link Ledger}'s.
 */
public final class ProofLedger {
    private static final int MOST_ATTEMPTS = 8;

    private final Profile profile;
    private final Peers peers;

    ProofLedger(Profile profile, Peers peers) {
        this.profile = profile;
        this.peers = peers;
    }

    /**
     * The channel's first configuration as this client's peer has it, with those of its organisations that are members now:
     * one that joined later is not known by it. Whoever is to trust it compares its pin by another way.
     *
     * @throws LedgerUnavailableException when no peer answers
     */
    public NetworkTrust trust() {
        Block first = block(0);
        SortedSet<MspId> organisations =
                new TreeSet<>(new AuthorityLedger(peers).members().value().organisations());
        organisations.retainAll(ProofBlock.organisations(first));
        return new NetworkTrust(
                profile.channel(),
                profile.chaincode(),
                BlockHeaderHash.of(first.getHeader()),
                ProofBlock.pinned(first),
                organisations);
    }

    /**
     * A bundle about documents, not verified yet.
     *
     * @param asked each with its document and its present content
     * @param trusted the organisations to be asked: all of them, or all but one when one gives no answer
     * @throws LedgerUnavailableException when too few answer
     */
    public ProofBundle collect(List<Question> asked, SortedSet<MspId> trusted) {
        List<ByteString> answers = new ArrayList<>();
        ProofBlocks blocks = new ProofBlocks();
        for (Question question : asked) {
            ByteString answer = attest(question, trusted);
            answers.add(answer);
            Wanted wanted = Wanted.by(answer, profile.channel(), profile.chaincode());
            for (TransactionId transaction : wanted.transactions()) {
                if (!blocks.hold(transaction)) {
                    blocks.add(blockOf(transaction));
                }
            }
            if (!blocks.hold(wanted.block())) {
                blocks.add(block(wanted.block()));
            }
        }
        return new ProofBundle(configurations(), blocks.ascending(), answers);
    }

    /** The blocks of all configurations after the first, oldest first. Each block names the one in force. */
    List<ByteString> configurations() {
        List<ByteString> found = new ArrayList<>();
        long number = ProofBlock.configuration(block(height() - 1));
        while (number > 0) {
            found.add(0, ProofBlock.signed(block(number)));
            number = ProofBlock.configuration(block(number - 1));
        }
        return found;
    }

    private ByteString attest(Question question, SortedSet<MspId> trusted) {
        return peers.first(Deadlines.ENDORSE, (peer, deadline) -> attest(peer, deadline, trusted, question.write()))
                .value();
    }

    /** All of them; failing that, all but one, which may be down or have gone astray. */
    private static ByteString attest(Peer peer, Deadline deadline, SortedSet<MspId> trusted, String question) {
        List<List<MspId>> choices = new ArrayList<>(List.of(List.copyOf(trusted)));
        for (MspId left : trusted) {
            choices.add(trusted.stream().filter(each -> !each.equals(left)).toList());
        }
        List<LedgerUnavailableException> failures = new ArrayList<>();
        for (List<MspId> choice : choices) {
            try {
                if (choice.size() > trusted.size() / 2) {
                    return agreed(peer, deadline, choice, question);
                }
            } catch (LedgerUnavailableException e) {
                failures.add(e);
            }
        }
        throw failures.get(0);
    }

    /** Right after a commit the peers may stand at different blocks for a moment. */
    private static ByteString agreed(Peer peer, Deadline deadline, List<MspId> organisations, String question) {
        List<ConflictException> disagreements = new ArrayList<>();
        while (disagreements.size() < MOST_ATTEMPTS) {
            try {
                return peer.attest(deadline, organisations, question);
            } catch (ConflictException e) {
                disagreements.add(e);
            }
        }
        throw new LedgerUnavailableException(
                "The peers of " + organisations + " do not give one answer.", disagreements.get(0));
    }

    /** How many blocks there are. */
    long height() {
        return peers.first(
                        Deadlines.READ,
                        (peer, deadline) ->
                                Ledger.understood(BlockchainInfo::parseFrom, peer.system(deadline, "GetChainInfo")))
                .value()
                .getHeight();
    }

    Block block(long number) {
        return peers.first(
                        Deadlines.READ,
                        (peer, deadline) -> Ledger.understood(
                                Block::parseFrom, peer.system(deadline, "GetBlockByNumber", Long.toString(number))))
                .value();
    }

    private Block blockOf(TransactionId transaction) {
        return peers.first(
                        Deadlines.READ,
                        (peer, deadline) -> Ledger.understood(
                                Block::parseFrom, peer.system(deadline, "GetBlockByTxID", transaction.hex())))
                .value();
    }
}
