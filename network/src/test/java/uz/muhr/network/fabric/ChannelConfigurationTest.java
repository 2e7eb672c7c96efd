package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigPolicy;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.common.Policy;
import org.junit.jupiter.api.Test;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** A channel that is, and one that is to be; every value of the second says so. */
final class ChannelConfigurationTest {
    private final Topology topology = SampleTopology.topology();
    private final Organisation newcomer = SampleTopology.newcomer();
    private final Organisation customs = topology.organisation("customs");
    private final ChannelConfiguration present = channel("present", 7, topology);
    private final ChannelConfiguration wanted = channel("wanted", 0, SampleTopology.with(topology, 4, newcomer));

    @Test
    void aBlockIsReadAndItsMembersAreKnown() {
        ChannelConfiguration read = ChannelConfiguration.of(block(present).toByteArray());
        assertEquals(present, read);
        assertTrue(read.hasMember(customs));
        assertFalse(read.hasMember(newcomer));
        assertEquals(topology.organisations(), read.members(wantedTopology().organisations()));
    }

    @Test
    void anythingElseIsNoConfiguration() {
        ChannelConfiguration empty = new ChannelConfiguration(Config.getDefaultInstance());
        for (byte[] block : List.of(
                new byte[0],
                new byte[] {1, 2, 3},
                block(empty).toByteArray(),
                Block.getDefaultInstance().toByteArray())) {
            assertThrows(FabricException.class, () -> ChannelConfiguration.of(block));
        }
    }

    @Test
    void aMemberIsAddedToBothSidesAndNothingElseChanges() {
        ChannelConfiguration changed = present.withMember(newcomer, wanted);
        assertTrue(changed.hasMember(newcomer));
        assertEquals(
                groups(wanted, "Application").getGroupsOrThrow("TerminalMSP"),
                groups(changed, "Application").getGroupsOrThrow("TerminalMSP"));
        assertEquals(
                groups(wanted, "Orderer").getGroupsOrThrow("TerminalOrdererMSP"),
                groups(changed, "Orderer").getGroupsOrThrow("TerminalOrdererMSP"));
        ConfigGroup.Builder undone = changed.config().getChannelGroup().toBuilder();
        undone.putGroups(
                "Application",
                groups(changed, "Application").toBuilder()
                        .removeGroups("TerminalMSP")
                        .build());
        undone.putGroups(
                "Orderer",
                groups(changed, "Orderer").toBuilder()
                        .removeGroups("TerminalOrdererMSP")
                        .build());
        assertEquals(present.config().getChannelGroup(), undone.build());
    }

    @Test
    void thoseWhoOrderChangeTogetherWithTheRuleForBlocks() {
        ConfigGroup orderer = groups(present.withConsenters(wanted), "Orderer");
        assertEquals(value("wanted", 0), orderer.getValuesOrThrow("Orderers"));
        assertEquals(policy("wanted", 0), orderer.getPoliciesOrThrow("BlockValidation"));
        assertEquals(value("present", 7), orderer.getValuesOrThrow("BatchSize"));
        assertEquals(policy("present", 7), orderer.getPoliciesOrThrow("Admins"));
        assertFalse(orderer.containsGroups("TerminalOrdererMSP"));
        assertEquals(groups(present, "Application"), groups(present.withConsenters(wanted), "Application"));
    }

    @Test
    void anOrganisationsIdentitiesChangeAlone() {
        ConfigGroup application = groups(present.withIdentities(customs, wanted), "Application");
        assertEquals(
                value("wanted", 0), application.getGroupsOrThrow("CustomsMSP").getValuesOrThrow("MSP"));
        assertEquals(
                value("present", 7), application.getGroupsOrThrow("CustomsMSP").getValuesOrThrow("AnchorPeers"));
        assertEquals(
                value("present", 7), application.getGroupsOrThrow("ChamberMSP").getValuesOrThrow("MSP"));
        assertEquals(groups(present, "Orderer"), groups(present.withIdentities(customs, wanted), "Orderer"));
    }

    @Test
    void theNumbersOfVersionsSayNothing() {
        assertTrue(present.saysTheSameAs(channel("present", 3, topology)));
        assertFalse(present.saysTheSameAs(channel("other", 7, topology)));
        assertFalse(present.saysTheSameAs(present.withMember(newcomer, wanted)));
        assertFalse(present.saysTheSameAs(present.withConsenters(wanted)));
        assertTrue(present.withConsenters(wanted).saysTheSameAs(present.withConsenters(wanted)));
    }

    @Test
    void moreThanHalfSign() {
        List<Organisation> five = wantedTopology().organisations();
        assertEquals(3, Channel.majority(five).size());
        assertEquals(3, Channel.majority(five.subList(0, 4)).size());
        assertEquals(2, Channel.majority(five.subList(0, 3)).size());
        assertEquals(1, Channel.majority(five.subList(0, 1)).size());
    }

    private Topology wantedTopology() {
        return SampleTopology.with(topology, 4, newcomer);
    }

    private static ConfigGroup groups(ChannelConfiguration channel, String part) {
        return channel.config().getChannelGroup().getGroupsOrThrow(part);
    }

    private static ChannelConfiguration channel(String says, long version, Topology topology) {
        ConfigGroup.Builder application = group(says, version, "Capabilities");
        ConfigGroup.Builder orderer = group(says, version, "Orderers").putValues("BatchSize", value(says, version));
        for (Organisation organisation : topology.organisations()) {
            application.putGroups(
                    organisation.mspId(),
                    group(says, version, "MSP")
                            .putValues("AnchorPeers", value(says, version))
                            .build());
            orderer.putGroups(
                    organisation.ordererMspId(), group(says, version, "MSP").build());
        }
        ConfigGroup.Builder channel = group(says, version, "Consortium")
                .putGroups("Application", application.build())
                .putGroups("Orderer", orderer.build());
        return new ChannelConfiguration(Config.newBuilder()
                .setSequence(version)
                .setChannelGroup(channel)
                .build());
    }

    private static ConfigGroup.Builder group(String says, long version, String value) {
        return ConfigGroup.newBuilder()
                .setVersion(version)
                .putValues(value, value(says, version))
                .putPolicies("Admins", policy(says, version))
                .putPolicies("BlockValidation", policy(says, version));
    }

    private static ConfigValue value(String says, long version) {
        return ConfigValue.newBuilder()
                .setVersion(version)
                .setValue(ByteString.copyFromUtf8(says))
                .build();
    }

    private static ConfigPolicy policy(String says, long version) {
        return ConfigPolicy.newBuilder()
                .setVersion(version)
                .setPolicy(Policy.newBuilder().setValue(ByteString.copyFromUtf8(says)))
                .build();
    }

    private static Block block(ChannelConfiguration channel) {
        ConfigEnvelope envelope =
                ConfigEnvelope.newBuilder().setConfig(channel.config()).build();
        Payload payload = Payload.newBuilder().setData(envelope.toByteString()).build();
        return Block.newBuilder()
                .setData(BlockData.newBuilder()
                        .addData(Envelope.newBuilder()
                                .setPayload(payload.toByteString())
                                .build()
                                .toByteString()))
                .build();
    }
}
