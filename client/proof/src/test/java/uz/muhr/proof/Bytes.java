package uz.muhr.proof;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** Damage done to messages. */
public final class Bytes {
    /** Field 1000, a varint. */
    private static final ByteString UNKNOWN_FIELD = ByteString.copyFrom(new byte[] {(byte) 0xc0, 0x3e, 0x01});

    private Bytes() {}

    /** Every reader of protobuf takes it for the same message. */
    public static ByteString withUnknownField(ByteString message) {
        return message.concat(UNKNOWN_FIELD);
    }

    public static ByteString flipped(ByteString bytes, int index) {
        byte[] flipped = bytes.toByteArray();
        flipped[index] ^= 1;
        return ByteString.copyFrom(flipped);
    }

    /** A text in a message replaced by one of the same length. */
    public static ByteString replaced(ByteString bytes, String old, String by) {
        String latin = bytes.toString(StandardCharsets.ISO_8859_1).replace(old, by);
        return ByteString.copyFrom(latin, StandardCharsets.ISO_8859_1);
    }

    /** A message read, changed and written again. */
    public static <T extends MessageLite> UnaryOperator<ByteString> changed(Parser<T> parser, UnaryOperator<T> change) {
        return bytes -> change.apply(parse(parser, bytes)).toByteString();
    }

    public static <T> T parse(Parser<T> parser, ByteString bytes) {
        try {
            return parser.parseFrom(bytes);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }
}
