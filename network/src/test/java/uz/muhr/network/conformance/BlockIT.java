package uz.muhr.network.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.IdentifierHeader;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.MetadataSignature;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.OrderedBlock;
import uz.muhr.network.conformance.fixture.OrderedTransaction;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** What stands in blocks, checked with the JDK's own cryptography. */
@Conformance
final class BlockIT {
    private static final int QUORUM = 3;

    private final TestedNetwork network;
    private final Client client;
    private final String chaincode;
    private final String key = "block-" + UUID.randomUUID();

    BlockIT(TestedNetwork network) {
        this.network = network;
        this.client = network.client("QuarantineMSP", "issuer");
        this.chaincode = network.topology().chaincode();
    }

    private OrderedBlock blockOf(SubmittedTransaction submitted) throws Exception {
        return client.block(submitted.getStatus().getBlockNumber());
    }

    private Config config(long number) throws Exception {
        return ConfigEnvelope.parseFrom(
                        client.block(number).transactions().get(0).payload().getData())
                .getConfig();
    }

    private List<Consenter> consenters() throws Exception {
        ConfigGroup orderer = config(0).getChannelGroup().getGroupsOrThrow("Orderer");
        return Orderers.parseFrom(orderer.getValuesOrThrow("Orderers").getValue())
                .getConsenterMappingList();
    }

    @Test
    void blockZeroIsTheChannelsConfigurationWithNothingBeforeIt() throws Exception {
        OrderedBlock genesis = client.block(0);
        assertTrue(genesis.block().getHeader().getPreviousHash().isEmpty());
        assertEquals(genesis.dataHash(), genesis.block().getHeader().getDataHash());
        OrderedTransaction config = genesis.transactions().get(0);
        assertEquals(HeaderType.CONFIG_VALUE, config.header().getType());
        assertEquals(network.topology().channel(), config.header().getChannelId());
    }

    @Test
    void theConfigurationNamesEveryMspAndEveryConsenter() throws Exception {
        ConfigGroup application = config(0).getChannelGroup().getGroupsOrThrow("Application");
        ConfigGroup orderer = config(0).getChannelGroup().getGroupsOrThrow("Orderer");
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
    void aQuorumOfConsentersSignsEveryBlock() throws Exception {
        OrderedBlock block = blockOf(client.order(client.endorse("put", key, "x")));
        Metadata metadata = block.metadata(0);
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
            verifier.update(block.headerDer());
            assertTrue(verifier.verify(each.getSignature().toByteArray()));
            signers.add(id);
        }
        assertTrue(signers.size() >= QUORUM, signers::toString);
    }

    @Test
    void whatConsentersSignNamesTheLastConfiguration() throws Exception {
        OrderedBlock block = blockOf(client.order(client.endorse("noop")));
        OrdererBlockMetadata value =
                OrdererBlockMetadata.parseFrom(block.metadata(0).getValue());
        assertTrue(value.hasLastConfig());
        assertTrue(config(value.getLastConfig().getIndex()).getChannelGroup().getGroupsCount() > 0);
    }

    @Test
    void aBlocksHashesAreThoseOfItsDataAndOfTheHeaderBefore() throws Exception {
        OrderedBlock block = blockOf(client.order(client.endorse("noop")));
        assertEquals(block.dataHash(), block.block().getHeader().getDataHash());
        assertEquals(
                client.block(block.number() - 1).headerHash(),
                block.block().getHeader().getPreviousHash());
    }

    @Test
    void aPeerKeepsFiveEntriesOfMetadataTheLastOfThemItsCommitHash() throws Exception {
        OrderedBlock block = blockOf(client.order(client.endorse("put", key, "x")));
        assertEquals(5, block.block().getMetadata().getMetadataCount());
        assertEquals(32, block.metadata(4).getValue().size());
    }

    @Test
    void everyPeersCommitHashIsTheSame() throws Exception {
        long number = client.order(client.endorse("put", key, "x")).getStatus().getBlockNumber();
        Set<Metadata> hashes = new HashSet<>();
        for (String each : network.organisations()) {
            hashes.add(network.client(each, "admin").block(number).metadata(4));
        }
        assertEquals(1, hashes.size());
    }

    @Test
    void everyTransactionReadsTheChaincodesDefinition() throws Exception {
        SubmittedTransaction submitted = client.order(client.endorse("create", key, "x"));
        OrderedTransaction created = blockOf(submitted).transaction(submitted.getTransactionId());
        String sequence = "namespaces/fields/" + chaincode + "/Sequence";
        KVRead read = created.set("_lifecycle").getReads(0);
        assertEquals(sequence, read.getKey());
        OrderedBlock block = client.block(read.getVersion().getBlockNum());
        int index = (int) read.getVersion().getTxNum();
        OrderedTransaction definition = block.transactions().get(index);
        assertEquals("_lifecycle", definition.action().getChaincodeId().getName());
        assertEquals(TxValidationCode.VALID_VALUE, block.codes().byteAt(index));
        assertTrue(definition.set("_lifecycle").getWritesList().stream()
                .anyMatch(write -> write.getKey().equals(sequence)));
    }

    @Test
    void aTransactionHoldsItsReadsItsWritesAndAMajoritysEndorsements() throws Exception {
        SubmittedTransaction submitted = client.order(client.endorse("create", key, "x"));
        OrderedTransaction created = blockOf(submitted).transaction(submitted.getTransactionId());
        assertEquals(key, created.set(chaincode).getReads(0).getKey());
        assertFalse(created.set(chaincode).getReads(0).hasVersion());
        assertEquals("x", created.set(chaincode).getWrites(0).getValue().toStringUtf8());
        assertEquals(3, created.endorsers().size());
    }

    @Test
    void anInvalidTransactionStandsInItsBlockWithItsCode() throws Exception {
        SubmittedTransaction submitted = client.order(client.endorseBy(List.of("CarrierMSP"), "put", key, "x"));
        OrderedBlock block = blockOf(submitted);
        assertEquals(
                TxValidationCode.ENDORSEMENT_POLICY_FAILURE_VALUE,
                block.codes().byteAt(block.position(submitted.getTransactionId())));
    }

    @Test
    void transientDataReachesTheChaincodeAndNeverABlock() throws Exception {
        String secret = "transient-" + UUID.randomUUID();
        var transaction = client.contract()
                .newProposal("transient")
                .addArguments("salt")
                .putTransient("salt", secret)
                .build()
                .endorse();
        SubmittedTransaction submitted = client.order(transaction);
        assertEquals(secret, Client.text(submitted.getResult()));
        OrderedTransaction ordered = blockOf(submitted).transaction(submitted.getTransactionId());
        assertEquals("something", ordered.set(chaincode).getWrites(0).getValue().toStringUtf8());
        // The answer itself is public; the map would stand only in the proposal's part.
        String all = ordered.payload().getData().toString(StandardCharsets.ISO_8859_1);
        assertEquals(1, all.split(secret, -1).length - 1);
    }

    @Test
    void theTimestampIsTheClientsAndTheSameForEveryEndorser() throws Exception {
        var transaction = client.endorseBy(network.organisations(), "time");
        var timestamp = OrderedTransaction.of(
                        PreparedTransaction.parseFrom(transaction.getBytes()).getEnvelope())
                .header()
                .getTimestamp();
        assertEquals(
                Instant.ofEpochSecond(timestamp.getSeconds(), timestamp.getNanos())
                        .toString(),
                Client.text(transaction.getResult()));
    }
}
