package uz.muhr.network.fabric;

import com.google.protobuf.InvalidProtocolBufferException;
import java.util.List;
import java.util.function.Predicate;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Payload;
import uz.muhr.network.topology.Organisation;

/**
 * What a channel is at one moment, and how it would be after a change. Changes are taken from the configuration that
 * configtxgen makes of the network's present files, so that {@code configtx.yaml} alone says what a member looks like.
 */
record ChannelConfiguration(Config config) {
    private static final String APPLICATION = "Application";
    private static final String ORDERER = "Orderer";
    private static final String MSP = "MSP";
    private static final String CONSENTERS = "Orderers";
    private static final String BLOCK_VALIDATION = "BlockValidation";

    /** @throws FabricException when the block is no configuration block */
    static ChannelConfiguration of(byte[] block) {
        try {
            Envelope envelope =
                    Envelope.parseFrom(Block.parseFrom(block).getData().getData(0));
            Config config = ConfigEnvelope.parseFrom(
                            Payload.parseFrom(envelope.getPayload()).getData())
                    .getConfig();
            if (!config.getChannelGroup().containsGroups(APPLICATION)
                    || !config.getChannelGroup().containsGroups(ORDERER)) {
                throw new FabricException(
                        "A block with the channel's configuration was expected, and it has no members or no orderers.");
            }
            return new ChannelConfiguration(config);
        } catch (InvalidProtocolBufferException | IndexOutOfBoundsException e) {
            throw new FabricException(
                    "A block with the channel's configuration was expected: " + e.getMessage() + ".", e);
        }
    }

    boolean hasMember(Organisation organisation) {
        return group(APPLICATION).containsGroups(organisation.mspId());
    }

    /** Those of the organisations that are members, in the given order. */
    List<Organisation> members(List<Organisation> organisations) {
        Predicate<Organisation> member = this::hasMember;
        return organisations.stream().filter(member).toList();
    }

    /** With an organisation's peers and its orderer's endpoint; its orderer takes no part in the ordering yet. */
    ChannelConfiguration withMember(Organisation organisation, ChannelConfiguration wanted) {
        return withGroup(APPLICATION, organisation.mspId(), wanted)
                .withGroup(ORDERER, organisation.ordererMspId(), wanted);
    }

    /**
     * With the wanted orderers taking part. Blocks are valid with a quorum of just these: SmartBFT demands that the policy
     * follows them in the same update (orderer/consensus/smartbft/configverifier.go).
     */
    ChannelConfiguration withConsenters(ChannelConfiguration wanted) {
        return with(
                ORDERER,
                group(ORDERER).toBuilder()
                        .putValues(CONSENTERS, wanted.group(ORDERER).getValuesOrThrow(CONSENTERS))
                        .putPolicies(BLOCK_VALIDATION, wanted.group(ORDERER).getPoliciesOrThrow(BLOCK_VALIDATION))
                        .build());
    }

    /** With an organisation's authorities and revocation list as wanted. */
    ChannelConfiguration withIdentities(Organisation organisation, ChannelConfiguration wanted) {
        String name = organisation.mspId();
        ConfigGroup present = group(APPLICATION).getGroupsOrThrow(name);
        ConfigGroup changed = present.toBuilder()
                .putValues(MSP, wanted.group(APPLICATION).getGroupsOrThrow(name).getValuesOrThrow(MSP))
                .build();
        return with(
                APPLICATION,
                group(APPLICATION).toBuilder().putGroups(name, changed).build());
    }

    /** Whether the two say the same, whatever the numbers of their versions are. */
    boolean saysTheSameAs(ChannelConfiguration other) {
        return unversioned(config.getChannelGroup()).equals(unversioned(other.config.getChannelGroup()));
    }

    private ChannelConfiguration withGroup(String part, String name, ChannelConfiguration wanted) {
        return with(
                part,
                group(part).toBuilder()
                        .putGroups(name, wanted.group(part).getGroupsOrThrow(name))
                        .build());
    }

    private ChannelConfiguration with(String part, ConfigGroup changed) {
        ConfigGroup channel =
                config.getChannelGroup().toBuilder().putGroups(part, changed).build();
        return new ChannelConfiguration(
                config.toBuilder().setChannelGroup(channel).build());
    }

    private ConfigGroup group(String part) {
        return config.getChannelGroup().getGroupsOrThrow(part);
    }

    private static ConfigGroup unversioned(ConfigGroup group) {
        ConfigGroup.Builder plain = group.toBuilder().setVersion(0);
        group.getGroupsMap().forEach((name, inner) -> plain.putGroups(name, unversioned(inner)));
        group.getValuesMap()
                .forEach((name, value) ->
                        plain.putValues(name, value.toBuilder().setVersion(0).build()));
        group.getPoliciesMap()
                .forEach((name, policy) ->
                        plain.putPolicies(name, policy.toBuilder().setVersion(0).build()));
        return plain.build();
    }
}
