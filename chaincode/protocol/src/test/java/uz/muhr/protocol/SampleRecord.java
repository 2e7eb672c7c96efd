package uz.muhr.protocol;

import java.util.Optional;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.RecordHash;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.Validity;

/** A document record under construction: start from a valid one, change or break one thing, build. */
public final class SampleRecord {
    private TypeCode type = Samples.ORIGIN;
    private MspId issuer = Samples.CHAMBER;
    private Commitment commitment = Samples.OPEN;
    private Validity validity = Validity.unlimited();
    private Optional<Quantity> quantity = Optional.empty();
    private DocumentStatus status = DocumentStatus.VALID;
    private Optional<RevocationReason> reason = Optional.empty();
    private Optional<DocumentId> replaces = Optional.empty();
    private Optional<DocumentId> replacedBy = Optional.empty();
    private long sequence = 1;
    private Optional<RecordHash> predecessor = Optional.empty();
    private long authority = 1;
    private Change anchored = Samples.anchoring();
    private Change changed = Samples.anchoring();

    private SampleRecord() {}

    /** The first version of the sample document, open and unlimited. */
    public static SampleRecord first() {
        return new SampleRecord();
    }

    /** The version that follows another by a change: all its parts are the other's but for the chain. */
    public static SampleRecord after(DocumentRecord before) {
        SampleRecord next = new SampleRecord();
        next.type = before.type();
        next.issuer = before.issuer();
        next.commitment = before.commitment();
        next.validity = before.validity();
        next.quantity = before.quantity();
        next.replaces = before.replaces();
        next.replacedBy = before.replacedBy();
        next.status = before.status();
        next.reason = before.reason();
        next.sequence = before.sequence() + 1;
        next.predecessor = Optional.of(RecordText.hash(before));
        next.authority = before.authority();
        next.anchored = before.anchored();
        next.changed = Samples.revoking();
        return next;
    }

    /** The sample document revoked: its second version. */
    public static DocumentRecord revoked() {
        return first().build().revoke(1, RevocationReason.KEY_COMPROMISE, Samples.revoking());
    }

    public SampleRecord type(TypeCode value) {
        type = value;
        return this;
    }

    public SampleRecord issuer(MspId value) {
        issuer = value;
        return this;
    }

    public SampleRecord commitment(Commitment value) {
        commitment = value;
        return this;
    }

    public SampleRecord validity(Validity value) {
        validity = value;
        return this;
    }

    public SampleRecord quantity(Quantity value) {
        quantity = Optional.of(value);
        return this;
    }

    public SampleRecord replaces(DocumentId value) {
        replaces = Optional.of(value);
        return this;
    }

    public SampleRecord replacedBy(DocumentId value) {
        replacedBy = Optional.of(value);
        return this;
    }

    /** Reason and successor go with some status only: those of another are gone. */
    public SampleRecord status(DocumentStatus value) {
        status = value;
        reason = Optional.empty();
        replacedBy = Optional.empty();
        return this;
    }

    public SampleRecord reason(RevocationReason value) {
        reason = Optional.of(value);
        return this;
    }

    public SampleRecord sequence(long value) {
        sequence = value;
        return this;
    }

    public SampleRecord predecessor(Optional<RecordHash> value) {
        predecessor = value;
        return this;
    }

    public SampleRecord authority(long value) {
        authority = value;
        return this;
    }

    /** Sets the anchoring change alone: what {@link #changed} says stays. */
    public SampleRecord anchored(Change value) {
        anchored = value;
        return this;
    }

    public SampleRecord changed(Change value) {
        changed = value;
        return this;
    }

    public DocumentRecord build() {
        return new DocumentRecord(
                type,
                issuer,
                commitment,
                validity,
                quantity,
                status,
                reason,
                replaces,
                replacedBy,
                sequence,
                predecessor,
                authority,
                anchored,
                changed);
    }
}
