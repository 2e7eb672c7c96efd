package uz.muhr.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.anchoring.Anchoring;
import uz.muhr.protocol.authority.Authorities;
import uz.muhr.protocol.authority.AuthorityPeriod;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.SampleProposals;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.FoundDocuments;
import uz.muhr.protocol.record.HistoryPage;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.verdict.Question;

/** What is written is the golden file, and what is read from the golden file is the value it was written from. */
final class GoldenTextsTest {
    @Test
    void documentRecords() {
        isWrittenAs("record-open", SampleRecord.first().build());
        isWrittenAs(
                "record-salted", SampleRecord.first().commitment(Samples.SALTED).build());
        isWrittenAs(
                "record-limited", SampleRecord.first().validity(Samples.SUMMER).build());
        isWrittenAs("record-revoked", SampleRecord.revoked());
        DocumentRecord permit =
                SampleRecord.first().quantity(Samples.TEN_TONNES).build();
        isWrittenAs("record-permit", permit);
        DocumentId successor = Samples.document(Samples.CHAMBER, Samples.ORIGIN, "UZ-861/2026-000124");
        isWrittenAs("record-replaced", permit.replacedBy(successor, 1, Samples.revoking()));
        isWrittenAs(
                "record-successor",
                SampleRecord.first()
                        .quantity(Samples.TEN_TONNES)
                        .commitment(Samples.OTHER)
                        .replaces(Samples.DOCUMENT)
                        .anchored(Samples.revoking())
                        .changed(Samples.revoking())
                        .build());
    }

    @Test
    void authorityRecords() {
        assertEquals(Golden.text("authority"), Samples.authority().write());
        assertEquals(
                Golden.text("authority-interrupted"),
                Samples.interruptedAuthority().write());
        assertEquals(Samples.authority(), AuthorityRecord.parse(Golden.text("authority")));
        assertEquals(Samples.interruptedAuthority(), AuthorityRecord.parse(Golden.text("authority-interrupted")));
    }

    @Test
    void authoritiesThatMembersDecided() {
        AuthorityRecord distrusted =
                Samples.authority().distrusted(SampleProposals.SPRING, SampleProposals.DISTRUST.id());
        assertEquals(Golden.text("authority-distrusted"), distrusted.write());
        assertEquals(distrusted, AuthorityRecord.parse(Golden.text("authority-distrusted")));
        DistrustedCertificate certificate = new DistrustedCertificate(
                SampleProposals.CERTIFICATE, SampleProposals.SPRING, 1, SampleProposals.DISTRUST_CERTIFICATE.id());
        assertEquals(Golden.text("distrusted-certificate"), certificate.write());
        assertEquals(certificate, DistrustedCertificate.parse(Golden.text("distrusted-certificate")));
        Proposal.Grant grant = SampleProposals.GRANT;
        AuthorityPeriod period = new AuthorityPeriod(grant.from(), grant.until(), Optional.of(grant.accreditation()));
        Authorities all = new Authorities(
                Samples.CHAMBER,
                List.of(
                        distrusted,
                        AuthorityRecord.first(Samples.CHAMBER, Samples.EUR1, period, Optional.of(grant.id()))));
        assertEquals(Golden.text("authorities"), all.write());
        assertEquals(all, Authorities.parse(Golden.text("authorities")));
    }

    @Test
    void memberOrganisations() {
        MemberOrganisations members = MemberOrganisations.first(List.of(
                new MspId("CarrierMSP"), new MspId("ChamberMSP"), new MspId("CustomsMSP"), new MspId("QuarantineMSP")));
        assertEquals(Golden.text("member-organisations"), members.write());
        assertEquals(members, MemberOrganisations.parse(Golden.text("member-organisations")));
    }

    @Test
    void aListToAnchor() {
        AnchorList list = new AnchorList(List.of(
                Samples.item(Samples.ORIGIN, "UZ-861/2026-000123", Samples.OPEN),
                new AnchorItem(
                        Samples.EUR1,
                        DocumentNumber.parse("UZ-954/2026-000007").digest(),
                        Samples.SALTED,
                        Samples.SUMMER,
                        Optional.of(Samples.TEN_TONNES))));
        assertEquals(Golden.text("anchor-list"), list.write());
        assertEquals(list, AnchorList.parse(Golden.text("anchor-list")));
    }

    @Test
    void outcomes() {
        AnchorItem origin = Samples.item(Samples.ORIGIN, "UZ-861/2026-000123", Samples.OPEN);
        AnchorList list =
                new AnchorList(List.of(origin, Samples.item(Samples.EUR1, "UZ-954/2026-000007", Samples.OPEN), origin));
        String written = AnchorOutcome.write(
                Anchoring.decide(list, Samples.anchoring(), Map.of(Samples.ORIGIN, Samples.authority()), Set.of())
                        .outcomes());
        assertEquals(Golden.text("outcomes"), written);
        assertEquals(written, AnchorOutcome.write(AnchorOutcome.parse(written)));
    }

    @Test
    void aQuestion() {
        Question question =
                new Question(Optional.of(Samples.OPEN), Optional.of(Samples.DOCUMENT), Optional.of(Samples.ASKED_AT));
        assertEquals(Golden.text("question"), question.write());
        assertEquals(question, Question.parse(Golden.text("question")));
    }

    @Test
    void aHistory() {
        HistoryPage page = new HistoryPage(
                Samples.DOCUMENT,
                List.of(SampleRecord.revoked(), SampleRecord.first().build()));
        assertEquals(Golden.text("history"), page.write());
        assertEquals(page, HistoryPage.parse(Golden.text("history")));
    }

    @Test
    void documentsFound() {
        FoundDocuments found = new FoundDocuments(List.of(Samples.DOCUMENT), false);
        assertEquals(Golden.text("found-documents"), found.write());
        assertEquals(found, FoundDocuments.parse(Golden.text("found-documents")));
    }

    @Test
    void fractionsOfASecondNeverReachTheLedger() {
        Instant later = Samples.ANCHORED_AT.plusNanos(999_999_999);
        isWrittenAs(
                "record-open",
                DocumentRecord.anchor(
                        Samples.ORIGIN,
                        Samples.OPEN,
                        Validity.unlimited(),
                        Optional.empty(),
                        Optional.empty(),
                        1,
                        Samples.change(Samples.CHAMBER, "transaction 1", later)));
    }

    private static void isWrittenAs(String golden, DocumentRecord record) {
        assertEquals(Golden.text(golden), RecordText.write(record));
        assertEquals(record, RecordText.parse(Golden.text(golden)));
    }
}
