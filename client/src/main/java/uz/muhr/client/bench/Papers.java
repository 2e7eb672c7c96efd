package uz.muhr.client.bench;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.identifier.NumberDigest;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Validity;

/** Documents that nobody has anchored: numbers and contents at random, salted. */
record Papers(TypeCode type, SecureRandom random) {
    private static final int HASH_BYTES = 32;

    List<AnchorItem> fresh(int count) {
        return Stream.generate(this::paper).limit(count).toList();
    }

    private AnchorItem paper() {
        return new AnchorItem(
                type,
                new NumberDigest(hash()),
                Commitment.salted(new Fingerprint(hash()), new Salt(hash())),
                Validity.unlimited(),
                Optional.empty());
    }

    private String hash() {
        byte[] bytes = new byte[HASH_BYTES];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
