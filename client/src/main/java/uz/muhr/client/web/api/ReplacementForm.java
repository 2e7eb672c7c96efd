package uz.muhr.client.web.api;

import java.util.Set;
import uz.muhr.client.commitment.Binder;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A file that is to take another's place.
 *
 * @param sequence the version of the old record that was seen
 */
record ReplacementForm(
        Fingerprint fingerprint, DocumentNumber number, Validity validity, Binder binder, long sequence) {
    static final Set<String> PARTS = Set.of("number", "validFrom", "validUntil", "kind", "sequence");

    /**
     * What a form says; salted unless it says otherwise.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static ReplacementForm of(UploadForm<Fingerprint> form) {
        return new ReplacementForm(
                form.requiredFile(),
                form.required("number", DocumentNumber::parse),
                ValidityText.parse(form.fields().get("validFrom"), form.fields().get("validUntil")),
                Binder.ofFingerprint(
                        form.optional("kind", CommitmentKind::parse).orElse(CommitmentKind.SALTED)),
                form.required("sequence", SequenceNumber::parse));
    }
}
