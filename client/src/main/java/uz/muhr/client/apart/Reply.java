package uz.muhr.client.apart;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import uz.muhr.client.document.Fact;
import uz.muhr.client.document.FileKind;
import uz.muhr.client.document.Found;
import uz.muhr.client.document.Suggestion;
import uz.muhr.client.stamp.UnstampableException;

/** What the other process answers. It may have been taken over by the file it opened, so what it says is bounded and typed. */
sealed interface Reply {
    /** What was read. */
    record Read(Suggestion suggestion) implements Reply {}

    /** The stamped copy. */
    final class Stamped implements Reply {
        private final byte[] copy;

        Stamped(byte[] copy) {
            this.copy = copy;
        }

        byte[] copy() {
            return copy;
        }
    }

    /** Why there is none. */
    record Unstampable(UnstampableException.Cause why, String sentence) implements Reply {}

    int LONGEST_COPY = 48 << 20;

    default void write(DataOutputStream out) throws IOException {
        if (this instanceof Read read) {
            out.writeByte(0);
            write(read.suggestion, out);
        } else if (this instanceof Stamped stamped) {
            out.writeByte(1);
            out.writeInt(stamped.copy.length);
            out.write(stamped.copy);
        } else if (this instanceof Unstampable unstampable) {
            out.writeByte(2);
            out.writeUTF(unstampable.why.name());
            out.writeUTF(unstampable.sentence);
        }
        out.flush();
    }

    /**
     * What the other process has written.
     *
     * @throws IOException when it is not in its form, too
     */
    static Reply read(DataInputStream in) throws IOException {
        try {
            return switch (in.readByte()) {
                case 0 -> new Read(suggestion(in));
                case 1 -> new Stamped(copy(in));
                case 2 -> new Unstampable(UnstampableException.Cause.valueOf(in.readUTF()), in.readUTF());
                default -> throw new IOException("an answer of no kind that there is");
            };
        } catch (IllegalArgumentException e) {
            throw new IOException(e);
        }
    }

    private static void write(Suggestion suggestion, DataOutputStream out) throws IOException {
        out.writeUTF(suggestion.kind().name());
        out.writeUTF(suggestion.stamping().name());
        out.writeUTF(suggestion.standard().orElse(""));
        out.writeUTF(suggestion.unread().orElse(""));
        out.writeByte(suggestion.facts().size());
        for (Map.Entry<Fact, Found> fact : suggestion.facts().entrySet()) {
            out.writeUTF(fact.getKey().name());
            out.writeUTF(fact.getValue().value());
            out.writeUTF(fact.getValue().where());
        }
    }

    private static Suggestion suggestion(DataInputStream in) throws IOException {
        FileKind kind = FileKind.valueOf(in.readUTF());
        Suggestion.Stamping stamping = Suggestion.Stamping.valueOf(in.readUTF());
        Optional<String> standard = notEmpty(in.readUTF());
        Optional<String> unread = notEmpty(in.readUTF());
        Map<Fact, Found> facts = new EnumMap<>(Fact.class);
        for (int left = in.readByte(); left > 0; left--) {
            facts.put(Fact.valueOf(in.readUTF()), new Found(in.readUTF(), in.readUTF()));
        }
        return new Suggestion(kind, standard, facts, stamping, unread);
    }

    private static byte[] copy(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST_COPY) {
            throw new IOException("a copy of " + length + " bytes");
        }
        byte[] copy = in.readNBytes(length);
        if (copy.length < length) {
            throw new IOException("a copy that breaks off");
        }
        return copy;
    }

    private static Optional<String> notEmpty(String text) {
        return Optional.of(text).filter(said -> !said.isEmpty());
    }
}
