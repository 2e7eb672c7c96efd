package uz.muhr.client.apart;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.Optional;
import uz.muhr.client.stamp.Mark;
import uz.muhr.client.stamp.VerifyPage;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** What the other process is asked. */
final class Question {
    private final byte[] file;
    private final Optional<Mark> mark;

    /** @param mark the stamp that a copy is to bear; empty when the file is only to be read */
    Question(byte[] file, Optional<Mark> mark) {
        this.file = file;
        this.mark = mark;
    }

    byte[] file() {
        return file;
    }

    Optional<Mark> mark() {
        return mark;
    }

    void write(DataOutputStream out) throws IOException {
        out.writeBoolean(mark.isPresent());
        if (mark.isPresent()) {
            out.writeUTF(mark.get().issuer().value());
            out.writeUTF(mark.get().type().value());
            out.writeUTF(mark.get().number().value());
            out.writeUTF(mark.get().page().address().toString());
        }
        out.writeInt(file.length);
        out.write(file);
        out.flush();
    }

    static Question read(DataInputStream in) throws IOException {
        Optional<Mark> mark = in.readBoolean()
                ? Optional.of(new Mark(
                        new MspId(in.readUTF()),
                        new TypeCode(in.readUTF()),
                        new DocumentNumber(in.readUTF()),
                        VerifyPage.parse(in.readUTF())))
                : Optional.empty();
        return new Question(in.readNBytes(in.readInt()), mark);
    }
}
