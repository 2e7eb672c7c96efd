package uz.muhr.proof;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.message.Digest;
import uz.muhr.proof.verification.Asked;
import uz.muhr.proof.verification.OfflineVerifier;
import uz.muhr.proof.verification.ProofReport;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** A proof under construction: valid until something is changed. */
public final class ProofDraft {
    public static final TypeCode ORIGIN = new TypeCode("861");
    public static final MspId CHAMBER = new MspId("ChamberMSP");
    public static final DocumentId DOCUMENT = DocumentId.of(
            CHAMBER, ORIGIN, DocumentNumber.parse("UZ-861/2026-000123").digest());
    public static final Commitment CONTENT = Commitment.open(new Fingerprint("ab".repeat(32)));
    public static final Instant ANCHORED_AT = Instant.parse("2026-03-01T08:00:00.5Z");
    public static final Instant ANSWERED_AT = Instant.parse("2026-05-01T12:00:00.25Z");

    public final TestNetwork network;
    public final ConfigurationDraft genesis;
    public final List<ConfigurationDraft> configurations;
    public final List<BlockDraft> configurationBlocks = new ArrayList<>();
    public final List<Step> steps = new ArrayList<>();
    public final TransactionDraft answer;
    public final DocumentDraft document = new DocumentDraft(this);
    public SortedSet<MspId> trusted;
    public String channel = TransactionDraft.CHANNEL;
    public String chaincode = TransactionDraft.CHAINCODE;
    public UnaryOperator<String> pin = made -> made;
    public UnaryOperator<ByteString> pinned = made -> made;
    public UnaryOperator<ProofBundle> bundle = made -> made;
    public UnaryOperator<byte[]> file = made -> made;
    public Asked asked = new Asked(CONTENT, Optional.of(DOCUMENT), Optional.empty());

    private long nextBlock = 1;

    private ProofDraft(TestNetwork network) {
        this.network = network;
        genesis = new ConfigurationDraft(network);
        configurations = new ArrayList<>(List.of(genesis));
        trusted = network.names();
        answer = new TransactionDraft("answer", network.carrier().client(), ANSWERED_AT, peers(0, 2, 3));
    }

    /** A document that the chamber anchored in block 7, and that three other organisations say is valid. */
    public static ProofDraft anchored() {
        return anchored(TestNetwork.get());
    }

    public static ProofDraft anchored(TestNetwork network) {
        ProofDraft draft = new ProofDraft(network);
        draft.nextBlock = 7;
        return draft.then(Step.Operation.ANCHOR);
    }

    /** Everything so far is ordered by Raft, with the first organisation's orderer as leader. */
    public ProofDraft byRaft() {
        configurations.forEach(configuration -> configuration.consensus = "etcdraft");
        configurationBlocks.forEach(this::signByLeader);
        steps.forEach(step -> signByLeader(step.block()));
        return this;
    }

    private void signByLeader(BlockDraft block) {
        block.signers.clear();
        block.leaders.add(network.customs().orderer());
    }

    /** The peers of some organisations, by their order in the network. */
    public List<TestIdentity> peers(int... organisations) {
        List<TestIdentity> peers = new ArrayList<>();
        for (int i : organisations) {
            peers.add(network.organisations().get(i).peer());
        }
        return peers;
    }

    /** One more change by the issuer, a day after the one before it, in the next block. */
    public ProofDraft then(Step.Operation operation) {
        int n = steps.size();
        TransactionDraft transaction = new TransactionDraft(
                operation + " " + n, network.chamber().client(), ANCHORED_AT.plusSeconds(86_400L * n), peers(0, 1, 2));
        transaction.call.add("document:" + operation);
        BlockDraft block = new BlockDraft(network, nextBlock++, configurationInForce());
        block.envelopes.add(() -> unrelated("before " + n).envelope());
        block.envelopes.add(transaction::envelope);
        block.envelopes.add(() -> unrelated("after " + n).envelope());
        steps.add(new Step(operation, transaction, block));
        return this;
    }

    /** One more configuration, which changes nothing unless something is changed in it. */
    public ProofDraft reconfigured() {
        ConfigurationDraft next = new ConfigurationDraft(network);
        next.sequence = configurations.size();
        configurations.add(next);
        BlockDraft block = new BlockDraft(network, nextBlock, nextBlock);
        block.envelopes.add(() -> next.envelope(ByteString.copyFromUtf8("an orderer's signature")));
        configurationBlocks.add(block);
        nextBlock++;
        return this;
    }

    private long configurationInForce() {
        return configurationBlocks.isEmpty() ? 0 : configurationBlocks.get(configurationBlocks.size() - 1).number;
    }

    /** Somebody else's transaction. */
    public TransactionDraft unrelated(String nonce) {
        return new TransactionDraft(nonce, network.customs().client(), ANCHORED_AT, peers(0, 1, 2));
    }

    public TransactionDraft anchoring() {
        return steps.get(0).transaction();
    }

    public BlockDraft block() {
        return steps.get(0).block();
    }

    /** The configuration after the pinned one. */
    public ConfigurationDraft reconfiguration() {
        return configurations.get(1);
    }

    public NetworkTrust trust() {
        BlockData data = BlockData.newBuilder()
                .addData(genesis.envelope(ByteString.EMPTY))
                .build();
        BlockHeader header = BlockHeader.newBuilder()
                .setDataHash(ByteString.copyFrom(Digest.of(data.getDataList())))
                .build();
        Block block = Block.newBuilder().setHeader(header).setData(data).build();
        String hash = Digest.hex(ByteString.copyFrom(Digest.of(BlockDraft.headerText(header))));
        return new NetworkTrust(channel, chaincode, pin.apply(hash), pinned.apply(block.toByteString()), trusted);
    }

    public ProofBundle bundle() {
        document.write();
        return bundle.apply(new ProofBundle(
                configurationBlocks.stream().map(BlockDraft::bytes).toList(),
                steps.stream().map(step -> step.block().bytes()).toList(),
                List.of(answer.payload())));
    }

    public ProofReport verify() {
        byte[] bytes = file.apply(bundle().write());
        return new OfflineVerifier(trust()).verify(bytes, asked);
    }
}
