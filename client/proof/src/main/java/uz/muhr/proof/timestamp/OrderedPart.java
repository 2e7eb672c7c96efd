package uz.muhr.proof.timestamp;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.List;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.message.Digest;

/**
 * What of a bundle is stamped: the channel, and number and header hash of each of its blocks. A header's hash stands for the
 * block's data and for all blocks before; the channel is not in it. Signatures are left out: whoever has the keys can make
 * them later, but not for a header that was not there yet.
 */
public final class OrderedPart {
    private OrderedPart() {}

    /**
     * The text: a line that names its kind, the channel, then a line for each configuration and each block, oldest first.
     *
     * @throws UnprovenException when a block is not in its one form
     */
    public static String text(String channel, ProofBundle bundle) {
        StringBuilder text = new StringBuilder("muhr-ordered/v1\nchannel " + channel + "\n");
        lines(text, "configuration ", bundle.configurations());
        lines(text, "block ", bundle.blocks());
        return text.toString();
    }

    /** SHA-256 of the text: the imprint that an authority is asked to stamp. */
    public static byte[] imprint(String channel, ProofBundle bundle) {
        return Digest.of(ByteString.copyFrom(text(channel, bundle), StandardCharsets.UTF_8));
    }

    private static void lines(StringBuilder text, String kind, List<ByteString> blocks) {
        Checks unused = new Checks();
        for (ByteString bytes : blocks) {
            OrderedBlock block = OrderedBlock.signed(bytes, unused);
            text.append(kind)
                    .append(block.number())
                    .append(' ')
                    .append(block.headerHash())
                    .append('\n');
        }
    }
}
