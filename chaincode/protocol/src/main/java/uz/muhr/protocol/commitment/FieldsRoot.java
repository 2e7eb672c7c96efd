package uz.muhr.protocol.commitment;

import uz.muhr.protocol.hash.Hex32;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What stands for all fields of a document: how many there are, and the root of their tree.
 *
 * @param hex 64 digits
 */
public record FieldsRoot(int count, String hex) {
    /** The most fields a document may have. */
    public static final int MOST = 1 << 14;

    public FieldsRoot {
        Hex32.check("The root of the fields", hex);
        if (count < 1 || count > MOST) {
            throw Refusal.malformed("A document has from 1 to " + MOST + " fields; here they are " + count + ".");
        }
    }
}
