package uz.muhr.proof.message;

import com.google.protobuf.ByteString;
import com.google.protobuf.DiscardUnknownFieldsParser;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;

/**
 * Reads messages strictly. Protobuf reads many byte strings as one message, and signed parts are joined without lengths,
 * so bytes could move from one part to the next, or two messages merge. Only bytes that the message, without any field
 * that is unknown, writes again are read.
 */
public final class OneForm {
    private final Checks checks;
    private final Check check;

    /** @param check the one that fails when bytes are not in the one form */
    public OneForm(Checks checks, Check check) {
        this.checks = checks;
        this.check = check;
    }

    /**
     * The message.
     *
     * @param what names it in the fault, such as "an envelope"
     * @throws UnprovenException when the bytes are none, or not in its one form
     */
    public <T extends Message> T read(Parser<T> parser, ByteString bytes, String what) {
        T message = parse(parser, bytes, what);
        checks.require(
                check,
                message.toByteString().equals(bytes),
                () -> "Only one form of " + what + " is accepted; this one has unknown, repeated or misplaced fields.");
        return message;
    }

    private <T extends Message> T parse(Parser<T> parser, ByteString bytes, String what) {
        try {
            return DiscardUnknownFieldsParser.wrap(parser).parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new UnprovenException(check, "The bytes of " + what + " cannot be read as Fabric writes it.", e);
        }
    }
}
