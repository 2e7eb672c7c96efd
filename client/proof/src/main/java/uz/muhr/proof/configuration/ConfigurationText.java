package uz.muhr.proof.configuration;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Parser;
import org.hyperledger.fabric.protos.common.Config;
import org.hyperledger.fabric.protos.common.ConfigEnvelope;
import org.hyperledger.fabric.protos.common.ConfigGroup;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
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

    private ConfigurationText(Config config, long number) {
        this.config = config;
        this.number = number;
    }

    /** @param envelope the block's only transaction */
    static ConfigurationText read(OrderedBlock block, BlockEnvelope envelope, Checks checks) {
        checks.require(
                Check.CONFIGURATION_FORM,
                block.data().size() == 1 && envelope.channelHeader().getType() == HeaderType.CONFIG_VALUE,
                "Block " + block.number() + " has to hold one configuration; it holds something else.");
        Payload payload = envelope.payload();
        return new ConfigurationText(
                parse(ConfigEnvelope.parser(), payload.getData()).getConfig(), block.number());
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
        return value(parser, config.getChannelGroup().getGroupsOrDefault("Orderer", nothing()), name);
    }

    /** The membership of an application organisation, as it stands. */
    FabricMSPConfig membership(MspId organisation) {
        ConfigGroup application = config.getChannelGroup().getGroupsOrDefault("Application", nothing());
        for (ConfigGroup group : application.getGroupsMap().values()) {
            MSPConfig msp = value(MSPConfig.parser(), group, "MSP");
            if (msp.getType() == FABRIC_MSP) {
                FabricMSPConfig found = parse(FabricMSPConfig.parser(), msp.getConfig());
                if (found.getName().equals(organisation.value())) {
                    return found;
                }
            }
        }
        throw new UnprovenException(
                Check.CONFIGURATION_FORM,
                "The trust file names " + organisation + "; the configuration of block " + number
                        + " knows no such organisation.");
    }

    private static ConfigGroup nothing() {
        return ConfigGroup.getDefaultInstance();
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
