package uz.muhr.network.devnet.genesis;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.Capabilities;
import org.hyperledger.fabric.protos.common.Capability;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.ImplicitMetaPolicy.Rule;
import org.hyperledger.fabric.protos.common.MSPPrincipal;
import org.hyperledger.fabric.protos.common.MSPRole.MSPRoleType;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.orderer.BatchSize;
import org.hyperledger.fabric.protos.orderer.BatchTimeout;
import org.hyperledger.fabric.protos.orderer.ChannelRestrictions;
import org.hyperledger.fabric.protos.orderer.ConsensusType;
import uz.muhr.network.devnet.msp.NodeKeys;
import uz.muhr.network.devnet.ordering.BatchLimits;
import uz.muhr.network.devnet.ordering.Consenters;

/** The channel's configuration, shaped as configtxgen shapes a BFT channel: every organisation has a peer and an orderer. */
final class ChannelConfig {
    private static final int ORDERER_PORT = 7050;

    private ChannelConfig() {}

    static Config of(List<NodeKeys> members) {
        ConfigGroup.Builder channel = group(Rule.MAJORITY)
                .putGroups("Application", application(members))
                .putGroups("Orderer", orderer(members))
                .putValues("Capabilities", capability("V3_0"))
                .putValues(
                        "HashingAlgorithm",
                        value(HashingAlgorithm.newBuilder().setName("SHA256").build()))
                .putValues(
                        "BlockDataHashingStructure",
                        value(BlockDataHashingStructure.newBuilder()
                                .setWidth(-1)
                                .build()));
        return Config.newBuilder().setChannelGroup(channel).build();
    }

    private static ConfigGroup application(List<NodeKeys> members) {
        ConfigGroup.Builder group = group(Rule.MAJORITY)
                .putPolicies("Endorsement", Policies.implicit(Rule.MAJORITY, "Endorsement"))
                .putPolicies("LifecycleEndorsement", Policies.implicit(Rule.MAJORITY, "Endorsement"))
                .putValues("Capabilities", capability("V2_5"));
        for (NodeKeys member : members) {
            String mspId = member.organisation().mspId();
            group.putGroups(
                    mspId,
                    organisation(mspId, member.root(), member.tlsRoot())
                            .putPolicies("Endorsement", Policies.role(mspId, MSPRoleType.PEER))
                            .build());
        }
        return group.build();
    }

    private static ConfigGroup orderer(List<NodeKeys> members) {
        ConfigGroup.Builder group = group(Rule.MAJORITY)
                .putPolicies("BlockValidation", blockValidation(members))
                .putValues("Capabilities", capability("V2_0"))
                .putValues(
                        "BatchSize",
                        value(BatchSize.newBuilder()
                                .setMaxMessageCount(BatchLimits.MAX_COUNT)
                                .setPreferredMaxBytes(BatchLimits.PREFERRED_BYTES)
                                .setAbsoluteMaxBytes(BatchLimits.MAX_BYTES)
                                .build()))
                .putValues(
                        "BatchTimeout",
                        value(BatchTimeout.newBuilder().setTimeout("10ms").build()))
                .putValues("ChannelRestrictions", value(ChannelRestrictions.getDefaultInstance()))
                .putValues(
                        "ConsensusType",
                        value(ConsensusType.newBuilder().setType("BFT").build()))
                .putValues("Orderers", value(consenters(members)));
        for (NodeKeys member : members) {
            String mspId = member.organisation().ordererMspId();
            group.putGroups(
                    mspId,
                    organisation(mspId, member.ordererRoot(), member.tlsRoot()).build());
        }
        return group.build();
    }

    private static Orderers consenters(List<NodeKeys> members) {
        Orderers.Builder orderers = Orderers.newBuilder();
        for (int i = 0; i < members.size(); i++) {
            NodeKeys member = members.get(i);
            orderers.addConsenterMapping(Consenter.newBuilder()
                    .setId(i + 1)
                    .setHost("orderer." + member.organisation().domain())
                    .setPort(ORDERER_PORT)
                    .setMspId(member.organisation().ordererMspId())
                    .setIdentity(member.orderer().certificate())
                    .setClientTlsCert(member.ordererTls())
                    .setServerTlsCert(member.ordererTls()));
        }
        return orderers.build();
    }

    private static org.hyperledger.fabric.protos.common.ConfigPolicy blockValidation(List<NodeKeys> members) {
        List<MSPPrincipal> principals = new ArrayList<>();
        for (NodeKeys member : members) {
            principals.add(MSPPrincipal.newBuilder()
                    .setPrincipalClassification(MSPPrincipal.Classification.IDENTITY)
                    .setPrincipal(member.orderer().identity())
                    .build());
        }
        return Policies.signatures(Consenters.quorum(members.size()), principals);
    }

    private static ConfigGroup.Builder organisation(String mspId, ByteString root, ByteString tlsRoot) {
        return ConfigGroup.newBuilder()
                .setModPolicy(Policies.ADMINS)
                .putPolicies("Readers", Policies.role(mspId, MSPRoleType.MEMBER))
                .putPolicies("Writers", Policies.role(mspId, MSPRoleType.MEMBER))
                .putPolicies(Policies.ADMINS, Policies.role(mspId, MSPRoleType.ADMIN))
                .putValues("MSP", value(MspDefinition.of(mspId, root, tlsRoot)));
    }

    private static ConfigGroup.Builder group(Rule admins) {
        return ConfigGroup.newBuilder()
                .setModPolicy(Policies.ADMINS)
                .putPolicies("Readers", Policies.implicit(Rule.ANY, "Readers"))
                .putPolicies("Writers", Policies.implicit(Rule.ANY, "Writers"))
                .putPolicies(Policies.ADMINS, Policies.implicit(admins, Policies.ADMINS));
    }

    private static ConfigValue capability(String name) {
        return value(Capabilities.newBuilder()
                .putCapabilities(name, Capability.getDefaultInstance())
                .build());
    }

    private static ConfigValue value(MessageLite message) {
        return ConfigValue.newBuilder()
                .setModPolicy(Policies.ADMINS)
                .setValue(message.toByteString())
                .build();
    }
}
