package uz.muhr.protocol;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.authority.AuthorityPeriod;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.commitment.Salt;
import uz.muhr.protocol.hash.DomainHash;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.Actor;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.Validity;

/** Valid values to start from. The golden files are made of the same ones. */
public final class Samples {
    public static final MspId CHAMBER = new MspId("ChamberMSP");
    public static final MspId CUSTOMS = new MspId("CustomsMSP");
    public static final TypeCode ORIGIN = new TypeCode("861");
    public static final TypeCode EUR1 = new TypeCode("954");
    public static final DocumentNumber NUMBER = new DocumentNumber("UZ-861/2026-000123");
    public static final DocumentId DOCUMENT = DocumentId.of(CHAMBER, ORIGIN, NUMBER.digest());

    public static final Fingerprint FINGERPRINT = new Fingerprint(sha256("the bytes of a certificate"));
    public static final Salt SALT = new Salt(sha256("salt"));
    public static final Commitment OPEN = Commitment.open(FINGERPRINT);
    public static final Commitment OTHER = Commitment.open(new Fingerprint(sha256("other bytes")));
    public static final Commitment SALTED = Commitment.salted(FINGERPRINT, SALT);

    public static final ProposalId PROPOSAL = new ProposalId(sha256("a proposal"));

    public static final Instant AUTHORITY_BEGINS = Instant.parse("2026-01-01T00:00:00Z");
    public static final Instant ANCHORED_AT = Instant.parse("2026-03-01T08:00:00Z");
    public static final Instant REVOKED_AT = Instant.parse("2026-04-01T09:30:00Z");
    public static final Instant ASKED_AT = Instant.parse("2026-05-01T12:00:00Z");

    public static final Validity SUMMER = new Validity(
            Optional.of(Instant.parse("2026-03-01T00:00:00Z")), Optional.of(Instant.parse("2026-08-31T23:59:59Z")));

    public static final Quantity TEN_TONNES = new Quantity(Amount.parse("10"), new UnitCode("TNE"));

    private Samples() {}

    /** 64 digits that stand for a text. */
    public static String sha256(String text) {
        return HexFormat.of().formatHex(DomainHash.sha256().digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Change change(MspId msp, String transaction, Instant time) {
        return new Change(
                new Actor(msp, new CertificateHash(sha256("certificate of the chamber's issuer"))),
                new TransactionId(sha256(transaction)),
                time);
    }

    public static Change anchoring() {
        return change(CHAMBER, "transaction 1", ANCHORED_AT);
    }

    public static Change revoking() {
        return change(CHAMBER, "transaction 2", REVOKED_AT);
    }

    public static DocumentId document(MspId issuer, TypeCode type, String number) {
        return DocumentId.of(issuer, type, DocumentNumber.parse(number).digest());
    }

    public static AnchorItem item(TypeCode type, String number, Commitment content) {
        return new AnchorItem(
                type, DocumentNumber.parse(number).digest(), content, Validity.unlimited(), Optional.empty());
    }

    public static AuthorityRecord authority(TypeCode type, AuthorityPeriod... periods) {
        return authority(CHAMBER, type, 1, periods);
    }

    /** The chamber's authority over certificates of origin, without end. */
    public static AuthorityRecord authority() {
        return authority(ORIGIN, from(AUTHORITY_BEGINS));
    }

    /** The same, with a gap in which the sample document was anchored. */
    public static AuthorityRecord interruptedAuthority() {
        return authority(
                CHAMBER,
                ORIGIN,
                3,
                until(AUTHORITY_BEGINS, Instant.parse("2026-02-01T00:00:00Z")),
                from(Instant.parse("2026-06-01T00:00:00Z")));
    }

    /** Any authority record; what came after the first was made by {@link #PROPOSAL}. */
    public static AuthorityRecord authority(MspId issuer, TypeCode type, long sequence, AuthorityPeriod... periods) {
        return new AuthorityRecord(
                issuer,
                type,
                List.of(periods),
                Optional.empty(),
                sequence,
                sequence == 1 ? Optional.empty() : Optional.of(PROPOSAL));
    }

    public static AuthorityPeriod from(Instant begin) {
        return new AuthorityPeriod(begin, Optional.empty(), Optional.empty());
    }

    public static AuthorityPeriod until(Instant begin, Instant end) {
        return new AuthorityPeriod(begin, Optional.of(end), Optional.empty());
    }
}
