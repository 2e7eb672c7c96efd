package uz.muhr.client.web.api;

import java.time.Instant;
import java.util.Set;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;

/** A question in either of its two forms: a multipart form with the file, or JSON with the file's fingerprint. */
final class VerificationRequest {
    static final Set<String> PARTS = Set.of(
            UploadForm.RECEIPT, DocumentReference.NUMBER, DocumentReference.ISSUER, DocumentReference.TYPE, "at");

    private VerificationRequest() {}

    static Inquiry of(UploadForm<Fingerprint> form) {
        return new Inquiry(
                form.file(),
                form.optional(UploadForm.RECEIPT, ReceiptText::parse),
                DocumentReference.parse(
                        form.optional(DocumentReference.NUMBER, DocumentNumber::parse),
                        form.optional(DocumentReference.ISSUER, MspId::new),
                        form.optional(DocumentReference.TYPE, TypeCode::new)),
                form.optional("at", VerificationRequest::time));
    }

    static Inquiry parse(String text) {
        Members members = StrictJson.object("The question", text);
        Inquiry inquiry = new Inquiry(
                members.optionalText("fingerprint", Fingerprint::new),
                members.optional("receipt", json -> ReceiptText.parse(CanonicalJson.write(json))),
                DocumentReference.parse(
                        members.optionalText(DocumentReference.NUMBER, DocumentNumber::parse),
                        members.optionalText(DocumentReference.ISSUER, MspId::new),
                        members.optionalText(DocumentReference.TYPE, TypeCode::new)),
                members.optionalText("at", VerificationRequest::time));
        members.end();
        return inquiry;
    }

    private static Instant time(String text) {
        return ValidityText.moment("The time that is asked", text);
    }
}
