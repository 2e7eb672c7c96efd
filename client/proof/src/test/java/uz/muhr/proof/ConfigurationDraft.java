package uz.muhr.proof;

import com.google.protobuf.ByteString;
import com.google.protobuf.MessageLite;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.hyperledger.fabric.protos.common.BlockDataHashingStructure;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.ConfigValue;
import org.hyperledger.fabric.protos.common.Consenter;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.HashingAlgorithm;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Orderers;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import org.hyperledger.fabric.protos.orderer.ConsensusType;

/** A configuration of the channel, as the orderers put it in a block. */
public final class ConfigurationDraft {
    public String channel = TransactionDraft.CHANNEL;
    public int type = HeaderType.CONFIG_VALUE;
    public long sequence;
    public String consensus = "BFT";
    public String hashing = "SHA256";
    public int width = -1;

    /** What kind of membership the organisations have: Fabric's own is 0. */
    public int kind;

    /** The orderers in the order of their numbers, from 1. */
    public final List<Consenter.Builder> consenters = new ArrayList<>();

    public final Map<String, FabricMSPConfig.Builder> memberships = new TreeMap<>();

    /** Of the organisations that run orderers. */
    public final Map<String, FabricMSPConfig.Builder> orderers = new TreeMap<>();

    public ConfigurationDraft(TestNetwork network) {
        int number = 1;
        for (TestOrganisation organisation : network.organisations()) {
            memberships.put(organisation.id(), organisation.membership());
            orderers.put(organisation.id(), organisation.membership());
            consenters.add(Consenter.newBuilder()
                    .setId(number++)
                    .setMspId(organisation.id())
                    .setIdentity(organisation.orderer().pem()));
        }
    }

    /** The membership of an organisation, to be changed. */
    public FabricMSPConfig.Builder membership(String organisation) {
        return Objects.requireNonNull(memberships.get(organisation));
    }

    /** The envelope; the channel's first is unsigned. */
    public ByteString envelope(ByteString signature) {
        Orderers.Builder numbered = Orderers.newBuilder();
        consenters.forEach(numbered::addConsenterMapping);
        ConfigGroup.Builder orderer = group(orderers)
                .putValues(
                        "ConsensusType",
                        value(ConsensusType.newBuilder().setType(consensus).build()))
                .putValues("Orderers", value(numbered.build()));
        ConfigGroup.Builder all = ConfigGroup.newBuilder()
                .putGroups("Application", group(memberships).build())
                .putGroups("Orderer", orderer.build())
                .putValues(
                        "HashingAlgorithm",
                        value(HashingAlgorithm.newBuilder().setName(hashing).build()))
                .putValues(
                        "BlockDataHashingStructure",
                        value(BlockDataHashingStructure.newBuilder()
                                .setWidth(width)
                                .build()));
        Config config =
                Config.newBuilder().setSequence(sequence).setChannelGroup(all).build();
        ChannelHeader header =
                ChannelHeader.newBuilder().setType(type).setChannelId(channel).build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(header.toByteString()))
                .setData(ConfigEnvelope.newBuilder().setConfig(config).build().toByteString())
                .build();
        return Envelope.newBuilder()
                .setPayload(payload.toByteString())
                .setSignature(signature)
                .build()
                .toByteString();
    }

    private ConfigGroup.Builder group(Map<String, FabricMSPConfig.Builder> organisations) {
        ConfigGroup.Builder group = ConfigGroup.newBuilder();
        organisations.forEach((name, membership) -> group.putGroups(
                name,
                ConfigGroup.newBuilder()
                        .putValues(
                                "MSP",
                                value(MSPConfig.newBuilder()
                                        .setType(kind)
                                        .setConfig(membership.build().toByteString())
                                        .build()))
                        .build()));
        return group;
    }

    private static ConfigValue value(MessageLite message) {
        return ConfigValue.newBuilder().setValue(message.toByteString()).build();
    }
}
