package uz.muhr.network.fabric;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.ConfigUpdate;
import org.hyperledger.fabric.protos.common.ConfigUpdateEnvelope;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.peer.lifecycle.QueryChaincodeDefinitionsArgs;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.local.PeerGateway;
import uz.muhr.network.local.Retry;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.User;

/** The running channel's configuration, read and changed by Fabric's programs. */
final class Channel {
    private static final Duration ANSWER = Duration.ofSeconds(30);
    /** A leader that fails at this moment is replaced after 18 s. */
    private static final Duration IN_EFFECT = Duration.ofSeconds(60);

    private final Programs programs;
    private final Topology topology;
    private final NetworkHome home;

    Channel(Programs programs, Topology topology, NetworkHome home) {
        this.programs = programs;
        this.topology = topology;
        this.home = home;
    }

    /** The block of the present configuration, from an orderer. */
    byte[] block() {
        try (WorkFolder folder = WorkFolder.make()) {
            Path block = folder.file("configuration.block");
            return new Retry(ANSWER).until("The channel's configuration cannot be read", () -> {
                administrator(topology.organisations().get(0)).fetchConfiguration(block);
                return Files.readAllBytes(block);
            });
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    ChannelConfiguration configuration() {
        return ChannelConfiguration.of(block());
    }

    /**
     * Changes the configuration and waits until every member's peer has it; does nothing when it is so already.
     *
     * @param signers whose administrators sign, the last of whom submits; all members when more than half of them have to
     */
    void change(UnaryOperator<ChannelConfiguration> change, UnaryOperator<List<Organisation>> signers) {
        ChannelConfiguration present = configuration();
        ChannelConfiguration wanted = change.apply(present);
        List<Organisation> members = present.members(topology.organisations());
        if (!wanted.saysTheSameAs(present)) {
            submit(present, wanted, signers.apply(members));
        }
        for (Organisation member : members) {
            new Retry(IN_EFFECT).until("The peer of " + member.name() + " did not take the new configuration", () -> {
                if (!ofPeer(member).saysTheSameAs(wanted)) {
                    throw new FabricException("it has an older one");
                }
                return true;
            });
        }
    }

    /** More than half, as the channel's rules for its members and for its orderers both demand. */
    static List<Organisation> majority(List<Organisation> members) {
        return members.subList(0, members.size() / 2 + 1);
    }

    /**
     * Waits until all members' orderers have every block that one of them has: those who order are changed, and restarted, only
     * then (Fabric's documentation, bft_configuration).
     */
    void awaitOrderers(List<Organisation> members) {
        Retry patience = new Retry(IN_EFFECT);
        long newest = patience.until(
                "The orderers do not say how many blocks they have",
                () -> heights(members).stream().mapToLong(Long::longValue).max().orElse(0));
        patience.until("The orderers do not all have block " + (newest - 1), () -> {
            List<Long> heights = heights(members);
            if (heights.stream().anyMatch(height -> height < newest)) {
                giveThemWork();
                throw new FabricException("they have " + heights + " blocks (0: not on the channel)");
            }
            return true;
        });
    }

    private List<Long> heights(List<Organisation> members) {
        return Together.forEach(
                members, member -> administrator(member).ordererHeight().orElse(0));
    }

    /**
     * Has a transaction ordered that changes nothing: a question to the peers, sent on as if it were more. What an orderer says to
     * one that was restarted is lost once, and so it may stay a block behind; it notices when the others are two ahead.
     */
    private void giveThemWork() throws EndorseException, SubmitException {
        try (PeerGateway peer =
                PeerGateway.open(topology, home, topology.organisations().get(0), User.ADMIN)) {
            var transaction = peer.system("_lifecycle")
                    .newProposal("QueryChaincodeDefinitions")
                    .addArguments(
                            QueryChaincodeDefinitionsArgs.getDefaultInstance().toByteArray())
                    .build()
                    .endorse();
            transaction.submitAsync();
        }
    }

    private ChannelConfiguration ofPeer(Organisation organisation) throws GatewayException {
        try (PeerGateway peer = PeerGateway.open(topology, home, organisation, User.ADMIN)) {
            return ChannelConfiguration.of(
                    peer.system("cscc").evaluateTransaction("GetConfigBlock", topology.channel()));
        }
    }

    private void submit(ChannelConfiguration present, ChannelConfiguration wanted, List<Organisation> signers) {
        try (WorkFolder folder = WorkFolder.make()) {
            Path original =
                    Files.write(folder.file("present.pb"), present.config().toByteArray());
            Path updated = Files.write(folder.file("wanted.pb"), wanted.config().toByteArray());
            Path difference = folder.file("difference.pb");
            new ProgramRun(programs.path(Programs.CONFIGTXLATOR))
                    .arguments("compute_update", "--channel_id", topology.channel())
                    .arguments("--original", original, "--updated", updated, "--output", difference)
                    .within(ANSWER);
            Path envelope = Files.write(
                    folder.file("update.pb"),
                    envelope(Files.readAllBytes(difference)).toByteArray());
            int last = signers.size() - 1;
            signers.subList(0, last).forEach(signer -> administrator(signer).sign(envelope));
            administrator(signers.get(last)).submit(envelope);
        } catch (IOException e) {
            throw unwritable(e);
        }
    }

    private Envelope envelope(byte[] difference) {
        ByteString header = ChannelHeader.newBuilder()
                .setChannelId(topology.channel())
                .setType(HeaderType.CONFIG_UPDATE_VALUE)
                .build()
                .toByteString();
        try {
            ConfigUpdateEnvelope update = ConfigUpdateEnvelope.newBuilder()
                    .setConfigUpdate(ConfigUpdate.parseFrom(difference).toByteString())
                    .build();
            Payload payload = Payload.newBuilder()
                    .setHeader(Header.newBuilder().setChannelHeader(header))
                    .setData(update.toByteString())
                    .build();
            return Envelope.newBuilder().setPayload(payload.toByteString()).build();
        } catch (InvalidProtocolBufferException e) {
            throw new FabricException("configtxlator's answer is no update of a configuration: " + e.getMessage(), e);
        }
    }

    private Administrator administrator(Organisation organisation) {
        return new Administrator(programs, topology, home, organisation);
    }

    private static FabricException unwritable(IOException e) {
        return new FabricException("A change of the channel's configuration cannot be written down: " + e, e);
    }
}
