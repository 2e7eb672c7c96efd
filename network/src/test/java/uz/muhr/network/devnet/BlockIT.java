package uz.muhr.network.devnet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.network.devnet.fixture.Failures.assertFails;

import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uz.muhr.network.devnet.fixture.Client;
import uz.muhr.network.devnet.fixture.NetworkExtension;
import uz.muhr.network.devnet.fixture.TestNetwork;
import uz.muhr.network.devnet.ledger.BlockHashes;
import uz.muhr.network.devnet.transaction.EndorsedTransaction;
import uz.muhr.network.devnet.transaction.NamespaceAccess;
import uz.muhr.network.devnet.transaction.SignedEnvelope;

/** What stands in blocks, checked with the JDK's own cryptography. */
@ExtendWith(NetworkExtension.class)
final class BlockIT {
    private final TestNetwork network;
    private final Client client;
    private final String channel;
    private final Contract queries;
    private final String key = "block-" + UUID.randomUUID();

    BlockIT(TestNetwork network) {
        this.network = network;
        this.client = network.client("QuarantineMSP", "issuer");
        this.channel = network.topology().channel();
        this.queries = client.network().getContract("qscc");
    }

    private Block block(long number) throws Exception {
        return Block.parseFrom(queries.evaluateTransaction("GetBlockByNumber", channel, String.valueOf(number)));
    }

    private Config config() throws Exception {
        Payload payload = Payload.parseFrom(
                Envelope.parseFrom(block(0).getData().getData(0)).getPayload());
        return ConfigEnvelope.parseFrom(payload.getData()).getConfig();
    }

    private List<Consenter> consenters() throws Exception {
        ConfigGroup orderer = config().getChannelGroup().getGroupsOrThrow("Orderer");
        return Orderers.parseFrom(orderer.getValuesOrThrow("Orderers").getValue())
                .getConsenterMappingList();
    }

    @Test
    void blockZeroIsTheChannelsConfigurationWithEveryMspAndConsenter() throws Exception {
        Block genesis = block(0);
        assertTrue(genesis.getHeader().getPreviousHash().isEmpty());
        assertEquals(BlockHashes.data(genesis.getData()), genesis.getHeader().getDataHash());
        Payload payload = Payload.parseFrom(
                Envelope.parseFrom(genesis.getData().getData(0)).getPayload());
        ChannelHeader header = ChannelHeader.parseFrom(payload.getHeader().getChannelHeader());
        assertEquals(HeaderType.CONFIG_VALUE, header.getType());
        assertEquals(channel, header.getChannelId());
        ConfigGroup application = config().getChannelGroup().getGroupsOrThrow("Application");
        ConfigGroup orderer = config().getChannelGroup().getGroupsOrThrow("Orderer");
        for (var organisation : network.topology().organisations()) {
            assertMsp(application, organisation.mspId());
            assertMsp(orderer, organisation.ordererMspId());
        }
        assertEquals(
                List.of(1, 2, 3, 4), consenters().stream().map(Consenter::getId).toList());
    }

    private static void assertMsp(ConfigGroup group, String mspId) throws Exception {
        MSPConfig config = MSPConfig.parseFrom(
                group.getGroupsOrThrow(mspId).getValuesOrThrow("MSP").getValue());
        FabricMSPConfig msp = FabricMSPConfig.parseFrom(config.getConfig());
        assertEquals(mspId, msp.getName());
        assertEquals(1, msp.getRootCertsCount());
        assertTrue(msp.getFabricNodeOus().getEnable());
        assertEquals("peer", msp.getFabricNodeOus().getPeerOuIdentifier().getOrganizationalUnitIdentifier());
    }

    @Test
    void everyConsenterSignsEveryBlock() throws Exception {
        long number = client.endorse("put", key, "x").submitAsync().getStatus().getBlockNumber();
        Block block = block(number);
        Metadata metadata = Metadata.parseFrom(block.getMetadata().getMetadata(0));
        OrdererBlockMetadata value = OrdererBlockMetadata.parseFrom(metadata.getValue());
        assertTrue(value.hasLastConfig());
        assertEquals(0, value.getLastConfig().getIndex());
        Set<Integer> signers = new HashSet<>();
        for (MetadataSignature each : metadata.getSignaturesList()) {
            assertTrue(each.getSignatureHeader().isEmpty());
            int id = IdentifierHeader.parseFrom(each.getIdentifierHeader()).getIdentifier();
            Signature verifier = Signature.getInstance("SHA256withECDSA");
            verifier.initVerify(CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(
                            consenters().get(id - 1).getIdentity().toByteArray())));
            verifier.update(metadata.getValue().toByteArray());
            verifier.update(each.getIdentifierHeader().toByteArray());
            verifier.update(BlockHashes.der(block.getHeader()).toByteArray());
            assertTrue(verifier.verify(each.getSignature().toByteArray()));
            signers.add(id);
        }
        assertEquals(Set.of(1, 2, 3, 4), signers);
    }

    @Test
    void aBlocksHashesAreThoseOfItsHeaderAndItsData() throws Exception {
        long number = client.endorse("noop").submitAsync().getStatus().getBlockNumber();
        Block block = block(number);
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        block.getData().getDataList().forEach(each -> digest.update(each.toByteArray()));
        assertArrayEquals(digest.digest(), block.getHeader().getDataHash().toByteArray());
        byte[] previous = MessageDigest.getInstance("SHA-256")
                .digest(BlockHashes.der(block(number - 1).getHeader()).toByteArray());
        assertArrayEquals(previous, block.getHeader().getPreviousHash().toByteArray());
        assertEquals(
                32,
                Metadata.parseFrom(block.getMetadata().getMetadata(4))
                        .getValue()
                        .size());
    }

    @Test
    void theChaincodesDefinitionStandsInBlockOneAndIsReadByEveryTransaction() throws Exception {
        SubmittedTransaction submitted = client.endorse("create", key, "x").submitAsync();
        long number = submitted.getStatus().getBlockNumber();
        String sequence = "namespaces/fields/" + network.topology().chaincode() + "/Sequence";
        EndorsedTransaction definition = transaction(block(1), 0);
        assertEquals("_lifecycle", definition.chaincode());
        assertTrue(definition.accesses().get(0).set().getWritesList().stream()
                .anyMatch(write -> write.getKey().equals(sequence)));
        assertEquals(
                TxValidationCode.VALID_VALUE,
                block(1).getMetadata().getMetadata(2).byteAt(0));

        EndorsedTransaction created = transaction(block(number), 0);
        NamespaceAccess lifecycle = created.accesses().get(0);
        assertEquals("_lifecycle", lifecycle.namespace());
        KVRead read = lifecycle.set().getReads(0);
        assertEquals(sequence, read.getKey());
        assertEquals(1, read.getVersion().getBlockNum());
        assertFalse(created.accesses().get(1).set().getReads(0).hasVersion());
        assertEquals(3, created.endorsements().size());
    }

    private static EndorsedTransaction transaction(Block block, int index) throws Exception {
        return SignedEnvelope.read(Envelope.parseFrom(block.getData().getData(index)))
                .transaction();
    }

    @Test
    void transientDataReachesTheChaincodeAndNeverABlock() throws Exception {
        String secret = "transient-" + UUID.randomUUID();
        SubmittedTransaction submitted = client.contract()
                .newProposal("transient")
                .addArguments("salt")
                .putTransient("salt", secret)
                .build()
                .endorse()
                .submitAsync();
        assertEquals(secret, Client.text(submitted.getResult()));
        Block block = block(submitted.getStatus().getBlockNumber());
        // The answer itself is public; the map's name would stand only in the transient part.
        EndorsedTransaction transaction = transaction(block, 0);
        assertEquals(
                "something",
                transaction.accesses().get(1).set().getWrites(0).getValue().toStringUtf8());
        Payload payload =
                Payload.parseFrom(Envelope.parseFrom(block.getData().getData(0)).getPayload());
        String withoutAnswer = payload.getData().toString(StandardCharsets.ISO_8859_1);
        assertEquals(1, withoutAnswer.split(secret, -1).length - 1);
    }

    @Test
    void theTimestampIsTheClientsAndTheSameForEveryEndorser() throws Exception {
        var proposal = client.contract().newProposal("time").build();
        var transaction = proposal.endorse();
        Payload payload = Payload.parseFrom(PreparedTransaction.parseFrom(transaction.getBytes())
                .getEnvelope()
                .getPayload());
        var timestamp =
                ChannelHeader.parseFrom(payload.getHeader().getChannelHeader()).getTimestamp();
        String expected = java.time.Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
                .toString();
        assertEquals(expected, Client.text(transaction.getResult()));
    }

    @Test
    void theLedgersQueriesAreEvaluated() throws Exception {
        SubmittedTransaction submitted = client.endorse("put", key, "x").submitAsync();
        long number = submitted.getStatus().getBlockNumber();
        BlockchainInfo info = BlockchainInfo.parseFrom(queries.evaluateTransaction("GetChainInfo", channel));
        assertTrue(info.getHeight() > number);
        Block byTransaction =
                Block.parseFrom(queries.evaluateTransaction("GetBlockByTxID", channel, submitted.getTransactionId()));
        assertEquals(block(number), byTransaction);
        ProcessedTransaction processed = ProcessedTransaction.parseFrom(
                queries.evaluateTransaction("GetTransactionByID", channel, submitted.getTransactionId()));
        assertEquals(TxValidationCode.VALID_VALUE, processed.getValidationCode());
        assertTrue(byTransaction
                .getData()
                .getDataList()
                .contains(processed.getTransactionEnvelope().toByteString()));
    }

    @Test
    void theLedgersQueriesAreEndorsedByEveryOrganisation() throws Exception {
        SubmittedTransaction submitted = client.endorse("put", key, "x").submitAsync();
        submitted.getStatus();
        String[] all = network.topology().organisations().stream()
                .map(each -> each.mspId())
                .toArray(String[]::new);
        var endorsed = queries.newProposal("GetTransactionByID")
                .addArguments(channel, submitted.getTransactionId())
                .setEndorsingOrganizations(all)
                .build()
                .endorse();
        EndorsedTransaction transaction = SignedEnvelope.read(
                        PreparedTransaction.parseFrom(endorsed.getBytes()).getEnvelope())
                .transaction();
        assertEquals(4, transaction.endorsements().size());
        ChaincodeAction action = transaction.action();
        assertEquals("qscc", action.getChaincodeId().getName());
        assertEquals(ByteString.EMPTY, action.getResults());
        assertEquals(
                TxValidationCode.VALID_VALUE,
                ProcessedTransaction.parseFrom(endorsed.getResult()).getValidationCode());
        assertEquals(
                TxValidationCode.INVALID_CHAINCODE,
                endorsed.submitAsync().getStatus().getCode());
    }

    @Test
    void aQueryForWhatIsNotThereSaysSo() {
        String none = "0".repeat(64);
        String detail = "chaincode response 500, Failed to get block for txID " + none
                + ", error no such transaction ID [" + none + "] in index";
        assertFails(
                () -> queries.evaluateTransaction("GetBlockByTxID", channel, none),
                Status.Code.UNKNOWN,
                "evaluate call to endorser returned error: " + detail,
                detail);
        for (String[] bad : List.of(
                new String[] {"GetBlockByNumber", channel, "-1"},
                new String[] {"GetBlockByNumber", channel, "999999999"},
                new String[] {"GetBlockByNumber", "nosuch", "1"},
                new String[] {"GetBlockByNumber", channel},
                new String[] {"GetBlockByHash", channel, "x"},
                new String[] {"Frobnicate", channel, "x"})) {
            String[] arguments = List.of(bad).subList(1, bad.length).toArray(String[]::new);
            org.junit.jupiter.api.Assertions.assertThrows(
                    org.hyperledger.fabric.client.GatewayException.class,
                    () -> queries.evaluateTransaction(bad[0], arguments));
        }
    }
}
