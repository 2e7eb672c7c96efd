package uz.muhr.proof.configuration;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import java.util.HashMap;
import java.util.Map;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.msp.FabricMSPConfig;
import org.hyperledger.fabric.protos.msp.MSPConfig;
import uz.muhr.proof.block.BlockEnvelope;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.protocol.identifier.MspId;

/** A configuration block's words. The configuration's own form is free: what it holds are maps, and the hash is over the bytes. */
final class ConfigurationText {
    private static final int FABRIC_MSP = 0;

    private final Config config;
    private final long number;
    private final Map<String, FabricMSPConfig> memberships;

    private ConfigurationText(Config config, long number) {
        this.config = config;
        this.number = number;
        this.memberships = memberships(group("Application"));
    }

    /** @param envelope the block's only transaction */
    static ConfigurationText read(OrderedBlock block, BlockEnvelope envelope, Checks checks) {
        checks.require(
                Check.CONFIGURATION_FORM,
                block.data().size() == 1 && envelope.payload().channelHeader().getType() == HeaderType.CONFIG_VALUE,
                () -> "Block " + block.number() + " has to hold one configuration; it holds something else.");
        ByteString data = envelope.payload().payload().getData();
        return new ConfigurationText(parse(ConfigEnvelope.parser(), data).getConfig(), block.number());
    }

    long sequence() {
        return config.getSequence();
    }

    long number() {
        return number;
    }

    <T> T value(Parser<T> parser, String name) {
        return value(parser, config.getChannelGroup(), name);
    }

    <T> T ordererValue(Parser<T> parser, String name) {
        return value(parser, group("Orderer"), name);
    }

    /** The membership of an application organisation, as it stands. */
    FabricMSPConfig membership(MspId organisation) {
        FabricMSPConfig found = memberships.get(organisation.value());
        if (found == null) {
            throw new UnprovenException(
                    Check.CONFIGURATION_FORM,
                    "The trust file names " + organisation + "; the configuration of block " + number
                            + " knows no such organisation.");
        }
        return found;
    }

    /** The memberships of the ordering organisations, by their names. */
    Map<String, FabricMSPConfig> ordererMemberships() {
        return memberships(group("Orderer"));
    }

    private static Map<String, FabricMSPConfig> memberships(ConfigGroup organisations) {
        Map<String, FabricMSPConfig> memberships = new HashMap<>();
        for (ConfigGroup group : organisations.getGroupsMap().values()) {
            MSPConfig msp = value(MSPConfig.parser(), group, "MSP");
            if (msp.getType() == FABRIC_MSP) {
                FabricMSPConfig found = parse(FabricMSPConfig.parser(), msp.getConfig());
                memberships.putIfAbsent(found.getName(), found);
            }
        }
        return memberships;
    }

    private ConfigGroup group(String name) {
        return config.getChannelGroup().getGroupsOrDefault(name, ConfigGroup.getDefaultInstance());
    }

    private static <T> T value(Parser<T> parser, ConfigGroup group, String name) {
        if (!group.containsValues(name)) {
            throw new UnprovenException(
                    Check.CONFIGURATION_FORM, "A configuration has to state its " + name + "; it does not.");
        }
        return parse(parser, group.getValuesOrThrow(name).getValue());
    }

    private static <T> T parse(Parser<T> parser, ByteString bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UnprovenException(
                    Check.CONFIGURATION_FORM, "A configuration cannot be read as Fabric writes it.", e);
        }
    }
}
