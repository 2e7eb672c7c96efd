package uz.muhr.client.commitment;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.protocol.commitment.FieldsRoot;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.commitment.TargetHash;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.Validity;

/** Valid receipts to start from. */
public final class Receipts {
    private Receipts() {}

    /** A salted certificate of origin, not anchored yet. */
    public static Receipt pending() {
        return Receipt.pending(
                new MspId("ChamberMSP"),
                new TypeCode("861"),
                DocumentNumber.parse("UZ-CO-1"),
                new Validity(
                        Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                        Optional.of(Instant.parse("2026-12-31T23:59:59Z"))),
                Optional.of(new Quantity(Amount.parse("12.5"), new UnitCode("TNE"))),
                new Fingerprint("ab".repeat(32)),
                new Binding.Salted(new Salt("cd".repeat(32))));
    }

    public static Receipt anchored() {
        return pending().anchoredAt(new Place(new TransactionId("ef".repeat(32)), 7));
    }

    /** A salted one whose fields can be disclosed. */
    public static Receipt fields() {
        return bound(new Binding.Fields(new Salt("cd".repeat(32)), new FieldsRoot(17, "34".repeat(32))));
    }

    /** One of an OpenAttestation document. */
    public static Receipt attested() {
        return bound(new Binding.Attested(new TargetHash("56".repeat(32))));
    }

    private static Receipt bound(Binding binding) {
        return Receipt.pending(
                new MspId("ChamberMSP"),
                new TypeCode("861"),
                DocumentNumber.parse("UZ-CO-1"),
                Validity.unlimited(),
                Optional.empty(),
                new Fingerprint("ab".repeat(32)),
                binding);
    }

    public static Receipt open() {
        return Receipt.pending(
                new MspId("CarrierMSP"),
                new TypeCode("705"),
                DocumentNumber.parse("\u0416\u0414-1"),
                Validity.unlimited(),
                Optional.empty(),
                new Fingerprint("01".repeat(32)),
                new Binding.Open());
    }
}
