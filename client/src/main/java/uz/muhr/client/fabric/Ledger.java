package uz.muhr.client.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.ManagedChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.Gateway;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.Network;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.History;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/**
 * The ledger as one organisation's user sees it, through the gateway of the organisation's own peer.
 *
 * <p>Every call has a deadline. A rule of the ledger that says no is a {@link Refusal}; a ledger that does not answer is
 * a {@link LedgerUnavailableException}.
 */
public final class Ledger implements AutoCloseable {
    private final Profile profile;
    private final String user;
    private final ManagedChannel connection;
    private final Gateway gateway;
    private final Contract documents;
    private final Contract system;

    private Ledger(Profile profile, String user, ManagedChannel connection, Gateway gateway) {
        this.profile = profile;
        this.user = user;
        this.connection = connection;
        this.gateway = gateway;
        Network channel = gateway.getNetwork(profile.channel());
        this.documents = channel.getContract(profile.chaincode(), "document");
        this.system = channel.getContract("qscc");
    }

    /**
     * Makes ready to talk; the connection itself is made by the first call.
     *
     * @param profiles the folder of client profiles
     * @param as an organisation's name, alone or with a user: {@code chamber} or {@code chamber/issuer}
     * @throws LedgerConfigurationException when profile, user or keys are not there
     */
    public static Ledger open(Path profiles, String as) {
        String[] parts = as.split("/", -1);
        if (parts.length > 2 || !List.of(parts).stream().allMatch(part -> part.matches("[a-z0-9-]{1,40}"))) {
            throw new LedgerConfigurationException(
                    "Who acts has to be given as ORGANISATION or ORGANISATION/USER, such as chamber/issuer.");
        }
        Profile profile = Profile.read(profiles.resolve(parts[0] + ".json"));
        Profile.ProfileUser user =
                parts.length == 2 ? profile.user(parts[1]) : profile.users().get(0);
        ManagedChannel connection = Connection.open(profile.gateways().get(0));
        return new Ledger(profile, user.name(), connection, Connection.gateway(profile.mspId(), user, connection));
    }

    /** The organisation in whose name this client acts, and whose peer it asks. */
    public MspId organisation() {
        return profile.mspId();
    }

    /** The organisation's user who signs what this client sends. */
    public String user() {
        return user;
    }

    /** The channel's blocks, from each of the profile's gateways. */
    public BlockPeers blocks() {
        return new BlockPeers(profile, profile.user(user));
    }

    /**
     * The number of blocks that the organisation's peer has committed.
     *
     * @throws LedgerUnavailableException when it does not answer within the time
     */
    public long height(Duration within) {
        try {
            return BlockchainInfo.parseFrom(evaluate(system, within, "GetChainInfo", profile.channel()))
                    .getHeight();
        } catch (InvalidProtocolBufferException e) {
            throw Failures.notUnderstood(e);
        }
    }

    /**
     * The number of the block that holds a committed transaction.
     *
     * @throws LedgerUnavailableException when the peer does not answer or does not know the transaction
     */
    public long blockOf(TransactionId transaction) {
        try {
            byte[] block = evaluate(system, Deadlines.READ, "GetBlockByTxID", profile.channel(), transaction.hex());
            return Block.parseFrom(block).getHeader().getNumber();
        } catch (InvalidProtocolBufferException e) {
            throw Failures.notUnderstood(e);
        }
    }

    /**
     * The ledger's answer to a question.
     *
     * @throws LedgerUnavailableException when the peer does not answer within the time
     * @throws Refusal when the answer contradicts itself
     */
    public Report verify(Question question, Duration within) {
        return understood(Report::parse, evaluate(documents, within, "verify", question.write()));
    }

    /**
     * The current record of a document.
     *
     * @throws Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD when the answer contradicts itself
     */
    public DocumentRecord read(DocumentId id) {
        return understood(RecordText::parse, evaluate(documents, Deadlines.READ, "read", id.hex()));
    }

    /**
     * All versions of a document.
     *
     * @throws Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD when the answer contradicts itself
     */
    public History history(DocumentId id) {
        return understood(History::parse, evaluate(documents, Deadlines.READ, "history", id.hex()));
    }

    /** Has a list endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeAnchor(AnchorList list) {
        return propose("anchor", list.write());
    }

    /** Has a revocation endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeRevoke(DocumentId id, long expected, RevocationReason reason) {
        return propose("revoke", id.hex(), Long.toString(expected), reason.text());
    }

    private Endorsed propose(String function, String... arguments) {
        try {
            return new Endorsed(
                    gateway,
                    profile.channel(),
                    documents
                            .newProposal(function)
                            .addArguments(arguments)
                            .build()
                            .endorse(Deadlines.within(Deadlines.ENDORSE)));
        } catch (GatewayException e) {
            throw Failures.ofCall(e);
        }
    }

    /** Only the organisation's own peer is asked: it is the one this client has reason to trust. */
    private byte[] evaluate(Contract contract, Duration within, String function, String... arguments) {
        try {
            return contract.newProposal(function)
                    .addArguments(arguments)
                    .setEndorsingOrganizations(profile.mspId().value())
                    .build()
                    .evaluate(Deadlines.within(within));
        } catch (GatewayException e) {
            throw Failures.ofCall(e);
        }
    }

    /** What is wrong with an answer is no fault of the question, so it may not be reported as a malformed argument. */
    private static <T> T understood(Function<String, T> reader, byte[] answer) {
        try {
            return reader.apply(new String(answer, StandardCharsets.UTF_8));
        } catch (Refusal e) {
            throw new Refusal(
                    ErrorCode.CORRUPT_RECORD, "The peer's answer is not as the ledger writes it: " + e.sentence(), e);
        }
    }

    @Override
    public void close() {
        gateway.close();
        connection.shutdownNow();
        try {
            connection.awaitTermination(1, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
