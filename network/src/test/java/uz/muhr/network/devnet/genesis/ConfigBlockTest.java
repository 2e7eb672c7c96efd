package uz.muhr.network.devnet.genesis;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Policy;
import org.hyperledger.fabric.protos.common.SignaturePolicyEnvelope;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.ledger.BlockHashes;
import uz.muhr.network.devnet.msp.NodeKeys;
import uz.muhr.network.devnet.policy.ChaincodeDefinition;
import uz.muhr.network.devnet.policy.EndorsementPolicy;
import uz.muhr.network.devnet.transaction.EndorsedTransaction;
import uz.muhr.network.devnet.transaction.SignedEnvelope;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;

@ExtendWith(Identities.class)
final class ConfigBlockTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");

    private final Identities.Home home;
    private final String channel;

    ConfigBlockTest(Identities.Home home) {
        this.home = home;
        this.channel = home.topology().channel();
    }

    private Block genesis() {
        return ConfigBlock.create(channel, home.nodes(), NOW).block();
    }

    private Config config() {
        return ChannelConfig.of(home.nodes());
    }

    @Test
    void aLedgerBegunByTheseOrganisationsIsTheirs() {
        assertDoesNotThrow(() -> ConfigBlock.requireSame(genesis(), channel, home.nodes()));
    }

    @Test
    void aLedgerOfAnotherChannelOrOfOtherKeysIsRefused(@TempDir Path folder) {
        Block genesis = genesis();
        IllegalStateException channelRefused = assertThrows(
                IllegalStateException.class, () -> ConfigBlock.requireSame(genesis, "other", home.nodes()));
        assertTrue(String.valueOf(channelRefused.getMessage()).contains("another channel (" + channel + ")"));
        NetworkHome anew = Enrolment.prepare(home.topology(), folder.resolve("home"), Clock.systemUTC());
        List<NodeKeys> others = home.topology().organisations().stream()
                .map(each -> NodeKeys.read(each, anew))
                .toList();
        assertThrows(IllegalStateException.class, () -> ConfigBlock.requireSame(genesis, channel, others));
        assertThrows(
                IllegalStateException.class,
                () -> ConfigBlock.requireSame(genesis, channel, home.nodes().subList(0, 3)));
    }

    @Test
    void blockZeroIsChainedToNothingSignedByNobodyAndNamesItselfAsItsConfiguration() throws Exception {
        Block genesis = genesis();
        assertTrue(genesis.getHeader().getPreviousHash().isEmpty());
        assertEquals(BlockHashes.data(genesis.getData()), genesis.getHeader().getDataHash());
        assertEquals(5, genesis.getMetadata().getMetadataCount());
        Metadata metadata = Metadata.parseFrom(genesis.getMetadata().getMetadata(0));
        assertEquals(0, metadata.getSignaturesCount());
        OrdererBlockMetadata value = OrdererBlockMetadata.parseFrom(metadata.getValue());
        assertTrue(value.hasLastConfig());
        assertEquals(0, value.getLastConfig().getIndex());
    }

    @Test
    void theConsentersAreTheOrganisationsOrderersWithTheirCertificates() throws Exception {
        ConfigGroup orderer = config().getChannelGroup().getGroupsOrThrow("Orderer");
        assertEquals(
                "BFT",
                ConsensusType.parseFrom(
                                orderer.getValuesOrThrow("ConsensusType").getValue())
                        .getType());
        Orderers orderers =
                Orderers.parseFrom(orderer.getValuesOrThrow("Orderers").getValue());
        for (int i = 0; i < home.nodes().size(); i++) {
            NodeKeys node = home.nodes().get(i);
            assertEquals(i + 1, orderers.getConsenterMapping(i).getId());
            assertEquals(node.orderer().mspId(), orderers.getConsenterMapping(i).getMspId());
            assertEquals(
                    node.orderer().certificate(),
                    orderers.getConsenterMapping(i).getIdentity());
        }
    }

    @Test
    void aBlockNeedsTheSignaturesOfAQuorumOfTheConsenters() throws Exception {
        Policy policy = config().getChannelGroup()
                .getGroupsOrThrow("Orderer")
                .getPoliciesOrThrow("BlockValidation")
                .getPolicy();
        SignaturePolicyEnvelope signatures = SignaturePolicyEnvelope.parseFrom(policy.getValue());
        assertEquals(3, signatures.getRule().getNOutOf().getN());
        assertEquals(4, signatures.getRule().getNOutOf().getRulesCount());
        assertTrue(signatures.getIdentitiesList().stream()
                .allMatch(each -> each.getPrincipalClassification() == MSPPrincipal.Classification.IDENTITY));
    }

    @Test
    void theDefinitionIsEndorsedByEveryPeerAndWritesWhatFabricWrites() throws Exception {
        List<String> all = home.topology().organisations().stream()
                .map(each -> each.mspId())
                .toList();
        ChaincodeDefinition definition = new ChaincodeDefinition("muhr", "1", EndorsementPolicy.peersOf(3, all));
        SignedEnvelope envelope =
                SignedEnvelope.read(DefinitionTransaction.create(channel, definition, home.nodes(), NOW));
        EndorsedTransaction transaction = envelope.transaction();
        assertEquals("_lifecycle", transaction.chaincode());
        assertEquals(4, transaction.endorsements().size());
        assertEquals(
                List.of(
                        "namespaces/fields/muhr/Collections",
                        "namespaces/fields/muhr/EndorsementInfo",
                        "namespaces/fields/muhr/Sequence",
                        "namespaces/fields/muhr/ValidationInfo",
                        "namespaces/metadata/muhr"),
                transaction.accesses().get(0).set().getWritesList().stream()
                        .map(each -> each.getKey())
                        .toList());
        // The values a real network wrote for sequence 1 and for no collections (StateData).
        assertEquals(
                ByteString.copyFrom(new byte[] {8, 1}),
                transaction.accesses().get(0).set().getWrites(2).getValue());
        assertEquals(
                ByteString.copyFrom(new byte[] {0x12, 0}),
                transaction.accesses().get(0).set().getWrites(0).getValue());
    }
}
