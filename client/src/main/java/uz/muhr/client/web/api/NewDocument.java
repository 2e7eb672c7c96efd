package uz.muhr.client.web.api;

import java.util.Optional;
import java.util.Set;
import uz.muhr.client.commitment.Binder;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.Refusal;

/** A document that somebody asks to have anchored. */
record NewDocument(
        Fingerprint fingerprint,
        TypeCode type,
        DocumentNumber number,
        Validity validity,
        Binder binder,
        Optional<Quantity> quantity) {
    static final Set<String> PARTS = Set.of("type", "number", "validFrom", "validUntil", "kind", "quantity", "unit");

    /**
     * What a form says; salted unless it says otherwise.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static NewDocument of(UploadForm<Fingerprint> form) {
        return new NewDocument(
                form.requiredFile(),
                form.required("type", TypeCode::new),
                form.required("number", DocumentNumber::parse),
                ValidityText.parse(form.fields().get("validFrom"), form.fields().get("validUntil")),
                Binder.ofFingerprint(
                        form.optional("kind", CommitmentKind::parse).orElse(CommitmentKind.SALTED)),
                quantity(form));
    }

    private static Optional<Quantity> quantity(UploadForm<Fingerprint> form) {
        Optional<Amount> amount = form.optional("quantity", Amount::parse);
        Optional<UnitCode> unit = form.optional("unit", UnitCode::new);
        if (amount.isPresent() != unit.isPresent()) {
            throw Refusal.malformed("\"quantity\" and \"unit\" go together; one of them is missing.");
        }
        return amount.map(value -> new Quantity(value, unit.orElseThrow()));
    }
}
