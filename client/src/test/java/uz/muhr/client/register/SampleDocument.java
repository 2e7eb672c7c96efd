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
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Actor;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Validity;

/** One document's record as the chaincode would write it; start from a valid one and change one thing. */
public record SampleDocument(DocumentId id, DocumentRecord record) {
    static SampleDocument anchored(String issuer, String type, String number, Instant time, Validity validity) {
        return anchored(
                new MspId(issuer), new TypeCode(type), number, time, validity, Optional.empty(), Optional.empty());
    }

    public static SampleDocument anchored(String issuer, String type, String number, Instant time) {
        return anchored(issuer, type, number, time, Validity.unlimited());
    }

    /** One that customs may write off. */
    public static SampleDocument limited(String issuer, String type, String number, Instant time, Quantity quantity) {
        return anchored(
                new MspId(issuer),
                new TypeCode(type),
                number,
                time,
                Validity.unlimited(),
                Optional.of(quantity),
                Optional.empty());
    }

    private static SampleDocument anchored(
            MspId issuer,
            TypeCode type,
            String number,
            Instant time,
            Validity validity,
            Optional<Quantity> quantity,
            Optional<DocumentId> replaces) {
        Change change = change(issuer, "anchor " + number, time);
        return new SampleDocument(
                DocumentId.of(issuer, type, DocumentNumber.parse(number).digest()),
                DocumentRecord.anchor(type, commitment(number), validity, quantity, replaces, 1, change));
    }

    static Validity between(String from, String until) {
        return new Validity(Optional.of(Instant.parse(from)), Optional.of(Instant.parse(until)));
    }

    public static Commitment commitment(String number) {
        return Commitment.open(new Fingerprint(hash("file of " + number)));
    }

    public SampleDocument suspended(Instant time) {
        return new SampleDocument(id, record.suspend(record.sequence(), change("suspend", time)));
    }

    public SampleDocument reinstated(Instant time) {
        return new SampleDocument(id, record.reinstate(record.sequence(), change("reinstate", time)));
    }

    public SampleDocument revoked(Instant time) {
        return new SampleDocument(
                id, record.revoke(record.sequence(), RevocationReason.KEY_COMPROMISE, change("revoke", time)));
    }

    public SampleDocument reissued(Commitment content, Instant time) {
        return new SampleDocument(
                id, record.reissue(content, record.validity(), record.sequence(), 1, change("reissue", time)));
    }

    /** The document of another number that takes this one's place, and inherits its quantity. */
    public SampleDocument successor(String number, Instant time) {
        return anchored(
                record.issuer(), record.type(), number, time, record.validity(), record.quantity(), Optional.of(id));
    }

    public SampleDocument replacedBy(SampleDocument successor) {
        return new SampleDocument(id, record.replacedBy(successor.id, record.sequence(), successor.record.anchored()));
    }

    StateWrite write() {
        return new StateWrite(0, "D", List.of(id.hex()), RecordText.write(record));
    }

    private Change change(String what, Instant time) {
        return change(record.issuer(), what + " " + id, time);
    }

    public static Change change(MspId by, String what, Instant time) {
        return new Change(new Actor(by, new CertificateHash(hash("certificate"))), new TransactionId(hash(what)), time);
    }

    private static String hash(String text) {
        return DomainHash.of("test", text.getBytes(StandardCharsets.UTF_8));
    }
}
