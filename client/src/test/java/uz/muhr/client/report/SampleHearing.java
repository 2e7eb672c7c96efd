package uz.muhr.client.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uz.muhr.client.fabric.Testimony;
import uz.muhr.client.register.SampleDocument;
import uz.muhr.client.report.ReportQuestion.Named;
import uz.muhr.client.verification.Heard;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.protocol.authority.AuthorityPeriod;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Versions;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Evidence;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Report;

/** What two peers say of a certificate of origin; start from a valid one and change one thing. */
final class SampleHearing {
    static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    static final Instant FRIDAY = Instant.parse("2026-11-27T12:30:45Z");
    static final String NUMBER = "UZ-CO-2026-17";

    private static final MspId CHAMBER = new MspId("ChamberMSP");
    private static final TypeCode ORIGIN = new TypeCode("861");

    private SampleHearing() {}

    static SampleDocument anchored() {
        return SampleDocument.anchored(CHAMBER.value(), ORIGIN.value(), NUMBER, MONDAY);
    }

    /** Asked by the content of the first version, under the number. */
    static Question question() {
        SampleDocument document = anchored();
        return new Question(Optional.of(document.record().commitment()), Optional.of(document.id()), Optional.empty());
    }

    static Evidence evidence(SampleDocument... oldestFirst) {
        List<DocumentRecord> versions = Stream.of(oldestFirst)
                .map(SampleDocument::record)
                .sorted((one, other) -> Long.compare(other.sequence(), one.sequence()))
                .toList();
        AuthorityRecord authority = AuthorityRecord.first(
                versions.get(0).issuer(),
                versions.get(0).type(),
                new AuthorityPeriod(Instant.parse("2026-01-01T00:00:00Z"), Optional.empty(), Optional.empty()),
                Optional.empty());
        return new Evidence(
                oldestFirst[0].id(),
                new Versions(versions),
                Optional.of(authority),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    static Heard heard(String organisation, Evidence... evidence) {
        Report report = new Report(question(), FRIDAY, List.of(evidence), false);
        return new Heard(new MspId(organisation), report.assessment(), Optional.of(new Testimony(report, 42)));
    }

    static Heard silent(String organisation) {
        return new Heard(new MspId(organisation), Assessment.undetermined(Reason.LEDGER_UNREACHABLE), Optional.empty());
    }

    static Hearing of(Language language, Heard... heard) {
        return of(language, NUMBER, heard);
    }

    static Hearing of(Language language, String number, Heard... heard) {
        Inquiry inquiry = new Inquiry(
                Optional.empty(), Optional.empty(), Optional.of(anchored().id()), Optional.empty());
        return new Hearing(
                new ReportQuestion(
                        inquiry, Optional.of(new Named(DocumentNumber.parse(number), CHAMBER, ORIGIN)), language),
                new MspId("CustomsMSP"),
                FRIDAY,
                FRIDAY.plusSeconds(1),
                List.of(heard),
                Map.of(transaction(), 17L));
    }

    static TransactionId transaction() {
        return anchored().record().anchored().transaction();
    }
}
