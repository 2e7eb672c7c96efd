package uz.muhr.client.commitment;

import java.security.SecureRandom;
import java.util.List;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.commitment.TargetHash;
import uz.muhr.protocol.disclosure.Field;
import uz.muhr.protocol.disclosure.FieldTree;
import uz.muhr.protocol.refusal.Refusal;

/** How a file is to be bound; whatever is random is drawn when its receipt is made. */
public sealed interface Binder {
    CommitmentKind kind();

    Binding bind(SecureRandom random);

    /**
     * Of a file of which nothing but its fingerprint is known.
     *
     * @throws Refusal MALFORMED_ARGUMENT for a kind that takes the file's content
     */
    static Binder ofFingerprint(CommitmentKind kind) {
        return switch (kind) {
            case OPEN -> new Open();
            case SALTED -> new Salted();
            case FIELDS, OPEN_ATTESTATION ->
                throw Refusal.malformed("A running client anchors files as open or salted; as " + kind.text()
                        + " muhr submit does it without --server, because it reads the file.");
        };
    }

    /** The file alone is to verify. */
    record Open() implements Binder {
        @Override
        public CommitmentKind kind() {
            return CommitmentKind.OPEN;
        }

        @Override
        public Binding bind(SecureRandom random) {
            return new Binding.Open();
        }
    }

    /** The file is to verify with its receipt. */
    record Salted() implements Binder {
        @Override
        public CommitmentKind kind() {
            return CommitmentKind.SALTED;
        }

        @Override
        public Binding bind(SecureRandom random) {
            return new Binding.Salted(Receipt.newSalt(random));
        }
    }

    /** The same, and each of its fields by a disclosure. */
    record ByFields(List<Field> fields) implements Binder {
        public ByFields {
            fields = List.copyOf(fields);
        }

        @Override
        public CommitmentKind kind() {
            return CommitmentKind.FIELDS;
        }

        @Override
        public Binding bind(SecureRandom random) {
            Salt salt = Receipt.newSalt(random);
            return new Binding.Fields(salt, FieldTree.of(fields, salt).root());
        }
    }

    /** An OpenAttestation document is to verify by its own rule. */
    record ByTarget(TargetHash target) implements Binder {
        @Override
        public CommitmentKind kind() {
            return CommitmentKind.OPEN_ATTESTATION;
        }

        @Override
        public Binding bind(SecureRandom random) {
            return new Binding.Attested(target);
        }
    }
}
