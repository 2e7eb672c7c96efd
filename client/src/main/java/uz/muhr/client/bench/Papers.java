package uz.muhr.client.bench;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uz.muhr.client.commitment.Binding;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Validity;

/** Documents that nobody has anchored: numbers and contents at random, salted. */
record Papers(MspId issuer, TypeCode type, SecureRandom random) {
    private static final int HASH_BYTES = 32;
    private static final int NUMBER_BYTES = 12;

    List<Receipt> fresh(int count) {
        return Stream.generate(this::paper).limit(count).toList();
    }

    private Receipt paper() {
        return Receipt.pending(
                issuer,
                type,
                DocumentNumber.parse("BENCH-" + digits(NUMBER_BYTES)),
                Validity.unlimited(),
                Optional.empty(),
                new Fingerprint(digits(HASH_BYTES)),
                new Binding.Salted(Receipt.newSalt(random)));
    }

    private String digits(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
