package uz.muhr.proof.configuration;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.stream.IntStream;
import uz.muhr.proof.block.BlockEnvelope;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.block.OrdererMetadata;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.protocol.identifier.MspId;

/** The configurations of a channel from the pinned one on, each signed by the orderers of the one before it. */
public final class Configurations {
    private final String channel;
    private final Authorities authorities;
    private final List<Configuration> inOrder = new ArrayList<>();

    private Configurations(String channel, Authorities authorities) {
        this.channel = channel;
        this.authorities = authorities;
    }

    /**
     * Begins at the pinned one.
     *
     * @param pinned its block
     * @param pin the hash of that block's header, 64 digits
     * @param trusted the organisations whose members will be asked for
     */
    public static Configurations from(
            ByteString pinned, String pin, String channel, SortedSet<MspId> trusted, Checks checks) {
        Configurations configurations = new Configurations(channel, new Authorities(trusted));
        OrderedBlock block = OrderedBlock.pinned(pinned, checks);
        checks.require(
                Check.PIN,
                "the trust file",
                block.headerHash().equals(pin),
                () -> "The first configuration has to be block " + pin + "; it is block " + block.headerHash() + ".");
        configurations.add(block, BlockEnvelope.pinned(block.data().get(0), channel, checks), checks);
        return configurations;
    }

    /**
     * These and the later ones, in their order.
     *
     * @param blocks of the later ones
     */
    public Configurations followed(List<ByteString> blocks, Checks checks) {
        Configurations all = new Configurations(channel, authorities.copy());
        all.inOrder.addAll(inOrder);
        all.follow(blocks, checks);
        return all;
    }

    private void follow(List<ByteString> blocks, Checks checks) {
        for (ByteString bytes : blocks) {
            OrderedBlock block = OrderedBlock.signed(bytes, checks);
            OrdererMetadata metadata = block.ordererMetadata(checks);
            checks.require(
                    Check.BLOCK_CONFIGURATION,
                    metadata.configuration() == block.number(),
                    () -> "A configuration block has to name itself; block " + block.number() + " names "
                            + metadata.configuration() + ".");
            newest().orderers().requireSigned(metadata, checks);
            add(block, BlockEnvelope.signed(block.data().get(0), channel, checks), checks);
        }
        checks.require(
                Check.CONFIGURATION_ORDER,
                IntStream.range(1, inOrder.size()).allMatch(i -> inOrder.get(i).follows(inOrder.get(i - 1))),
                () ->
                        "Each configuration has to be the next after the one before it; one is left out, or stands out of turn.");
    }

    private void add(OrderedBlock block, BlockEnvelope envelope, Checks checks) {
        ConfigurationText text = ConfigurationText.read(block, envelope, checks);
        inOrder.add(Configuration.of(text, authorities.next(text, checks), checks));
    }

    /** The last one known. */
    public Configuration newest() {
        return inOrder.get(inOrder.size() - 1);
    }

    /** Goes on only when the block was signed under the configuration that was in force; that one leaves. */
    public Configuration requireSigned(OrderedBlock block, Checks checks) {
        OrdererMetadata metadata = block.ordererMetadata(checks);
        Configuration configuration = inOrder.stream()
                .filter(known -> known.number() < block.number())
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new UnprovenException(
                        Check.BLOCK_CONFIGURATION,
                        "Block " + block.number() + " comes before the pinned configuration."));
        checks.require(
                Check.BLOCK_CONFIGURATION,
                configuration.number() == metadata.configuration(),
                () -> "Block " + block.number() + " was signed under the configuration of block "
                        + metadata.configuration() + "; the one in force is that of block " + configuration.number()
                        + ".");
        configuration.orderers().requireSigned(metadata, checks);
        return configuration;
    }
}
