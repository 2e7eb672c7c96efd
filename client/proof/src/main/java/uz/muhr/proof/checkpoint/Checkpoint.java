package uz.muhr.proof.checkpoint;

import java.util.Base64;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * How far a channel's chain had come. Each block names the one before it, so the last one's hash stands for all.
 *
 * @param channel its name, as Fabric allows it
 * @param firstBlock the hash of the first block's header, 64 digits; no other channel has it
 * @param height how many blocks there are, at least 1
 * @param hash of the last block's header, 64 digits
 */
public record Checkpoint(String channel, String firstBlock, long height, String hash) {
    private static final Pattern CHANNEL = Pattern.compile("[a-z][a-z0-9.-]{0,248}");
    private static final Pattern TEXT =
            Pattern.compile("muhr/([a-z0-9.-]+)/([0-9a-f]{64})\n([1-9][0-9]{0,14})\n([A-Za-z0-9+/]{43}=)\n");

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public Checkpoint {
        if (!CHANNEL.matcher(channel).matches()) {
            throw Refusal.malformed(
                    "A checkpoint has to be of a channel, such as documents; it is of \"" + Shown.of(channel) + "\".");
        }
        Hex32.check("The hash of a channel's first block", firstBlock);
        Hex32.check("The hash of a checkpoint's last block", hash);
        if (height < 1) {
            throw Refusal.malformed("A checkpoint has to be of at least one block; it is of " + height + ".");
        }
    }

    /**
     * Reads the text of a note.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is none in the one form; extension lines are refused
     */
    public static Checkpoint parse(String text) {
        Matcher lines = TEXT.matcher(text);
        if (lines.matches()) {
            Checkpoint read = new Checkpoint(
                    lines.group(1),
                    lines.group(2),
                    Long.parseLong(lines.group(3)),
                    HexFormat.of().formatHex(Base64.getDecoder().decode(lines.group(4))));
            if (read.text().equals(text)) {
                return read;
            }
        }
        throw Refusal.malformed("A checkpoint has to be three lines: muhr/CHANNEL/HASH, the number of blocks, "
                + "and the last block's hash in base64; it is not.");
    }

    /** The note's text, with its last line break: what is cosigned. */
    public String text() {
        return origin() + "\n" + height + "\n" + Base64.getEncoder().encodeToString(Hex32.bytes(hash)) + "\n";
    }

    /** Which chain it is of; the same for all its checkpoints. */
    public String origin() {
        return "muhr/" + channel + "/" + firstBlock;
    }

    /** The number of the last block. */
    public long block() {
        return height - 1;
    }
}
