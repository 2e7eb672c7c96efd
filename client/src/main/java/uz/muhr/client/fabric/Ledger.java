package uz.muhr.client.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import io.grpc.Deadline;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import uz.muhr.client.fabric.key.UserKey;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.Reissue;
import uz.muhr.protocol.anchoring.Replacement;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.History;
import uz.muhr.protocol.record.HistoryPage;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/**
 * The ledger as one organisation's user sees it, through the gateways of its profile in their order: the organisation's own
 * peer, and another's only when the profile lists it and those before it give no answer.
 *
 * <p>Every call has a deadline, over all gateways together: 4 s to read (20 s for what comes in many pages), 15 s to propose,
 * 40 s to commit. A rule of the ledger that says no is a {@link Refusal}; a ledger that does not answer is a
 * {@link LedgerUnavailableException}. What the called peer takes and others refuse or answer differently is proposed again for
 * 4 s, since they may be a block behind.
 */
public final class Ledger implements AutoCloseable {
    private static final String DOCUMENT = "document";

    private final Profile profile;
    private final String user;
    private final UserKey key;
    private final Peers peers;

    private Ledger(Profile profile, String user, UserKey key, Peers peers) {
        this.profile = profile;
        this.user = user;
        this.key = key;
        this.peers = peers;
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
        UserKey key = user.open();
        return new Ledger(profile, user.name(), key, Peers.open(profile, key));
    }

    /** The organisation in whose name this client acts. */
    public MspId organisation() {
        return profile.mspId();
    }

    /** The organisation's user who signs what this client sends. */
    public String user() {
        return user;
    }

    /**
     * By what {@link #open} knows the organisation's user of a role: the one who acts here if it is theirs, else the first
     * whom the profile gives it; empty when it gives it nobody.
     *
     * @param role as the profile writes it, such as {@code issuer}
     */
    public Optional<String> userWithRole(String role) {
        return Stream.concat(Stream.of(profile.user(user)), profile.users().stream())
                .filter(each -> each.role().equals(role))
                .map(each -> profile.organisation() + "/" + each.name())
                .findFirst();
    }

    /**
     * Makes ready to talk as another user of the same organisation, or as the same.
     *
     * @throws LedgerConfigurationException when profile, user or keys are not there, or are another organisation's
     */
    public Ledger colleague(Path profiles, String as) {
        Ledger colleague = open(profiles, as);
        if (!colleague.organisation().equals(organisation())) {
            colleague.close();
            throw new LedgerConfigurationException("Who signs has to be a user of " + organisation() + "; " + as
                    + " is one of " + colleague.organisation() + ".");
        }
        return colleague;
    }

    /** What the members decide together. */
    public AuthorityLedger authority() {
        return new AuthorityLedger(peers);
    }

    /** What customs does with others' documents. */
    public CustomsLedger customs() {
        return new CustomsLedger(peers);
    }

    /** Consignments and their container seals. */
    public SealLedger seals() {
        return new SealLedger(peers);
    }

    /** What proofs are made of. */
    public ProofLedger proofs() {
        return new ProofLedger(profile, peers);
    }

    /**
     * What checkpoints are made of.
     *
     * @throws LedgerConfigurationException when the profile names no peer of the organisation itself
     */
    public CheckpointLedger checkpoints() {
        return new CheckpointLedger(profile, key, peers);
    }

    /** The channel's blocks, from each of the profile's gateways. */
    public BlockPeers blocks() {
        return new BlockPeers(profile, key);
    }

    /** The organisations whose peers this client asks, in order. */
    public List<MspId> asked() {
        return peers.organisations();
    }

    /**
     * The number of the block that holds a committed transaction.
     *
     * @throws LedgerUnavailableException when no peer answers, or none knows the transaction
     */
    public long blockOf(TransactionId transaction) {
        return peers.first(Deadlines.READ, (peer, deadline) -> understood(
                                Block::parseFrom, peer.system(deadline, "GetBlockByTxID", transaction.hex()))
                        .getHeader()
                        .getNumber())
                .value();
    }

    /**
     * The ledger's answer to a question, with the height that the same peer had reached before.
     *
     * @throws LedgerUnavailableException when no peer answers within the time
     * @throws Refusal when the answer contradicts itself
     */
    public Answered<Testimony> verify(Question question, Duration within) {
        return peers.first(within, (peer, deadline) -> testimony(peer, deadline, question));
    }

    /** What each of the peers that this client may ask says to a question; each has the time for itself. */
    public List<PeerAnswer<Testimony>> verifyEach(Question question, Duration within) {
        return peers.each(within, (peer, deadline) -> testimony(peer, deadline, question));
    }

    private static Testimony testimony(Peer peer, Deadline deadline, Question question) {
        long height = understood(BlockchainInfo::parseFrom, peer.system(deadline, "GetChainInfo"))
                .getHeight();
        return new Testimony(
                Peers.understood(Report::parse, peer.ask(DOCUMENT, deadline, "verify", question.write())), height);
    }

    /**
     * The current record of a document.
     *
     * @throws Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD when the answer contradicts itself
     */
    public Answered<DocumentRecord> read(DocumentId id) {
        return peers.read(DOCUMENT, RecordText::parse, "read", id.hex());
    }

    /**
     * All versions of a document.
     *
     * @throws Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD when the answer contradicts itself
     */
    public Answered<History> history(DocumentId id) {
        return peers.first(
                Deadlines.READ,
                (peer, deadline) -> History.read(
                        id,
                        first -> Peers.understood(
                                HistoryPage::parse,
                                peer.ask(DOCUMENT, deadline, "history", id.hex(), Long.toString(first)))));
    }

    /** A transaction that was sent before, perhaps by an earlier process; what became of it is asked for 4 s at most. */
    public Sent sent(TransactionId transaction) {
        return new Sent(peers, transaction, Deadlines.READ);
    }

    /** Has a list endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeAnchor(AnchorList list) {
        return peers.propose(DOCUMENT, "anchor", list.write());
    }

    /** Has a revocation endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeRevoke(DocumentId id, long expected, RevocationReason reason) {
        return peers.propose(DOCUMENT, "revoke", id.hex(), Long.toString(expected), reason.text());
    }

    /**
     * Has one of the issuer's changes endorsed that take no more than the document and the version expected: suspend,
     * reinstate or renew. Nothing is written until {@link Endorsed#commit}.
     */
    public Endorsed proposeChange(Operation operation, DocumentId id, long expected) {
        return peers.propose(DOCUMENT, operation.name().toLowerCase(Locale.ROOT), id.hex(), Long.toString(expected));
    }

    /** Has a replacement endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeReplace(Replacement replacement) {
        return peers.propose(DOCUMENT, "replace", replacement.write());
    }

    /** Has a reissue endorsed. Nothing is written until {@link Endorsed#commit}. */
    public Endorsed proposeReissue(Reissue reissue) {
        return peers.propose(DOCUMENT, "reissue", reissue.write());
    }

    static <T> T understood(Message<T> reader, byte[] answer) {
        try {
            return reader.parse(answer);
        } catch (InvalidProtocolBufferException e) {
            throw Failures.notUnderstood(e);
        }
    }

    /** Reads one of Fabric's messages. */
    interface Message<T> {
        T parse(byte[] bytes) throws InvalidProtocolBufferException;
    }

    @Override
    public void close() {
        peers.close();
    }
}
