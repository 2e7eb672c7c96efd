package uz.muhr.client.register;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.Actor;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Validity;

/** One document's record as the chaincode would write it; start from a valid one and change one thing. */
record SampleDocument(DocumentId id, DocumentRecord record) {
    static SampleDocument anchored(String issuer, String type, String number, Instant time, Validity validity) {
        MspId organisation = new MspId(issuer);
        TypeCode code = new TypeCode(type);
        return new SampleDocument(
                DocumentId.of(organisation, code, DocumentNumber.parse(number).digest()),
                DocumentRecord.anchor(
                        code, commitment(number), validity, 1, change(organisation, "anchor " + number, time)));
    }

    static SampleDocument anchored(String issuer, String type, String number, Instant time) {
        return anchored(issuer, type, number, time, Validity.unlimited());
    }

    static Validity between(String from, String until) {
        return new Validity(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(until)));
    }

    static Commitment commitment(String number) {
        return Commitment.open(new Fingerprint(hash("file of " + number)));
    }

    SampleDocument revoked(Instant time) {
        return new SampleDocument(
                id,
                record.revoke(
                        record.sequence(),
                        RevocationReason.KEY_COMPROMISE,
                        change(record.issuer(), "revoke " + id, time)));
    }

    StateWrite write() {
        return new StateWrite("D", List.of(id.hex()), RecordText.write(record));
    }

    private static Change change(MspId by, String what, Instant time) {
        return new Change(new Actor(by, new CertificateHash(hash("certificate"))), new TransactionId(hash(what)), time);
    }

    private static String hash(String text) {
        return DomainHash.of("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
