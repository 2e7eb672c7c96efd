package uz.muhr.client.commitment;

import java.util.Optional;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.commitment.TargetHash;
import uz.muhr.protocol.refusal.Refusal;

/** How a file and the commitment on the ledger hang together. */
public sealed interface Binding {
    CommitmentKind kind();

    /** What the ledger holds for the file that it was made for. */
    Commitment own(Fingerprint file);

    /**
     * What the ledger would hold for any file.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a file's fingerprint is not enough to say
     */
    default Commitment of(Fingerprint file) {
        return own(file);
    }

    default Optional<Salt> salt() {
        return Optional.empty();
    }

    /** The file alone. */
    record Open() implements Binding {
        @Override
        public CommitmentKind kind() {
            return CommitmentKind.OPEN;
        }

        @Override
        public Commitment own(Fingerprint file) {
            return Commitment.open(file);
        }
    }

    /** The file under a salt. */
    record Salted(Salt drawn) implements Binding {
        @Override
        public CommitmentKind kind() {
            return CommitmentKind.SALTED;
        }

        @Override
        public Commitment own(Fingerprint file) {
            return Commitment.salted(file, drawn);
        }

        @Override
        public Optional<Salt> salt() {
            return Optional.of(drawn);
        }
    }

    /** The file under a salt, and beside it its fields. */
    record Fields(Salt drawn, FieldsRoot root) implements Binding {
        @Override
        public CommitmentKind kind() {
            return CommitmentKind.FIELDS;
        }

        @Override
        public Commitment own(Fingerprint file) {
            return Commitment.fields(Commitment.salted(file, drawn), root);
        }

        @Override
        public Optional<Salt> salt() {
            return Optional.of(drawn);
        }
    }

    /**
     * An OpenAttestation document by its own rule. Its fingerprint is not in it, so that copies with hidden fields verify; and
     * so no file may be compared by its fingerprint and such a receipt, which anybody can write.
     */
    record Attested(TargetHash target) implements Binding {
        @Override
        public CommitmentKind kind() {
            return CommitmentKind.OPEN_ATTESTATION;
        }

        @Override
        public Commitment own(Fingerprint file) {
            return Commitment.openAttestation(target);
        }

        @Override
        public Commitment of(Fingerprint file) {
            throw Refusal.malformed(
                    "The receipt is of an OpenAttestation document, which is compared by its own rule and"
                            + " not by its fingerprint. Verify the file itself with muhr verify FILE.");
        }
    }
}
