package uz.muhr.protocol.commitment;

import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.refusal.Refusal;

/**
 * 32 random bytes that keep a channel member from guessing a document's content. The salt travels in the receipt; it is
 * shown nowhere else, so {@link #toString} hides it.
 */
public record Salt(String hex) {
    public Salt {
        if (!Hex32.matches(hex)) {
            throw Refusal.malformed("The salt has to be 64 digits of 0-9 and a-f; it is not.");
        }
    }

    public byte[] bytes() {
        return Hex32.bytes(hex);
    }

    @Override
    public String toString() {
        return "salt";
    }
}
