package uz.muhr.protocol.customs;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.identifier.MspId;

/** A draw's name beside its document: one line of one declaration of one organisation draws once. */
public record DrawId(String hex) {
    public DrawId {
        Hex32.check("A draw's id", hex);
    }

    public static DrawId of(MspId drawer, DeclarationCommitment declaration, long line) {
        return new DrawId(DomainHash.of(
                "muhr/draw/1",
                drawer.value().getBytes(StandardCharsets.US_ASCII),
                Hex32.bytes(declaration.hex()),
                ByteBuffer.allocate(Long.BYTES).putLong(line).array()));
    }

    @Override
    public String toString() {
        return hex;
    }
}
