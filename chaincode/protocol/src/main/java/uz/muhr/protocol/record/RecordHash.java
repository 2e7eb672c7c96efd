package uz.muhr.protocol.record;

import uz.muhr.protocol.hash.Hex32;

/** The hash of one version of a record, by which the next version names it. */
public record RecordHash(String hex) {
    public RecordHash {
        Hex32.check("The hash of a record", hex);
    }
}
