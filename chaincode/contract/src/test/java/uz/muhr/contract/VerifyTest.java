package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.FoundDocuments;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Report;
import uz.muhr.protocol.verdict.Verdict;

/** Finding documents by their content, and verdicts from what is on the ledger. */
final class VerifyTest {
    private static final DocumentId SECOND = SampleNetwork.document("ChamberMSP", SampleNetwork.ORIGIN, "N2");

    @Test
    void theDocumentsOfAContentAreFoundInOneOrder() {
        SampleNetwork network = SampleNetwork.withDocument();
        anchor(network, SampleNetwork.item(SampleNetwork.ORIGIN, "N2", SampleNetwork.OPEN));
        anchor(network, SampleNetwork.item(SampleNetwork.ORIGIN, "N3", SampleNetwork.OTHER));
        FoundDocuments found = find(network, "open", SampleNetwork.OPEN);
        assertEquals(List.of(SampleNetwork.DOCUMENT, SECOND).stream().sorted().toList(), found.documents());
        assertEquals(false, found.more());
    }

    @Test
    void theSameDigitsOfAnotherKindAreNotFound() {
        SampleNetwork network = SampleNetwork.withDocument();
        assertEquals(List.of(), find(network, "salted", SampleNetwork.OPEN).documents());
    }

    /** The index is written without being read, so it is only a hint. */
    @Test
    void anIndexEntryWithoutItsRecordIsNotBelieved() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.ledger.tamper("\0", "C", SampleNetwork.OPEN.hex(), SECOND.hex());
        network.ledger.tamper("\0", "C", SampleNetwork.OTHER.hex(), SampleNetwork.DOCUMENT.hex());
        assertEquals(
                List.of(SampleNetwork.DOCUMENT),
                find(network, "open", SampleNetwork.OPEN).documents());
        assertEquals(List.of(), find(network, "open", SampleNetwork.OTHER).documents());
        verdict(Verdict.VALID, List.of(), verify(network, SampleNetwork.OPEN));
        verdict(Verdict.UNKNOWN, List.of(Reason.NEVER_ANCHORED), verify(network, SampleNetwork.OTHER));
    }

    @Test
    void moreDocumentsThanAnAnswerHoldsAreSaidToBeMore() {
        SampleNetwork network = SampleNetwork.established();
        AnchorItem[] items = IntStream.range(0, 51)
                .mapToObj(i -> SampleNetwork.item(SampleNetwork.ORIGIN, "N" + i, SampleNetwork.OPEN))
                .toArray(AnchorItem[]::new);
        anchor(network, items);
        FoundDocuments found = find(network, "open", SampleNetwork.OPEN);
        assertEquals(50, found.documents().size());
        assertTrue(found.more());
        verdict(Verdict.UNDETERMINED, List.of(Reason.TOO_MANY_RECORDS), verify(network, SampleNetwork.OPEN));
        for (AnchorItem item : items) {
            DocumentId named = item.documentId(new MspId("ChamberMSP"));
            verdict(Verdict.VALID, List.of(), verify(network, question(SampleNetwork.OPEN, named)));
        }
    }

    @Test
    void aDocumentIsVerifiedByItsContent() {
        SampleNetwork network = SampleNetwork.withDocument();
        Report report = verify(network, SampleNetwork.OPEN);
        verdict(Verdict.VALID, List.of(), report);
        assertEquals(network.now(), report.answeredAt());
        assertEquals(SampleNetwork.DOCUMENT, report.evidence().get(0).document());
        verdict(Verdict.UNKNOWN, List.of(Reason.NEVER_ANCHORED), verify(network, SampleNetwork.OTHER));
    }

    @Test
    void aRevokedDocumentIsReportedRevokedAndStoodBefore() {
        SampleNetwork network = SampleNetwork.withDocument();
        Instant before = network.now();
        network.timed(before.plusSeconds(30));
        network.submit(SampleNetwork.CHAMBER, "document:revoke", SampleNetwork.DOCUMENT.hex(), "1", "unspecified");
        verdict(Verdict.REVOKED, List.of(Reason.REVOKED_BY_ISSUER), verify(network, SampleNetwork.OPEN));
        verdict(
                Verdict.VALID,
                List.of(),
                verify(network, new Question(Optional.of(SampleNetwork.OPEN), Optional.empty(), Optional.of(before))));
        verdict(
                Verdict.UNKNOWN,
                List.of(Reason.ANCHORED_LATER),
                verify(
                        network,
                        new Question(
                                Optional.of(SampleNetwork.OPEN),
                                Optional.empty(),
                                Optional.of(before.minusSeconds(1)))));
    }

    @Test
    void aNamedDocumentOfAnotherContentIsAlteredEvenWhenTheContentStandsElsewhere() {
        SampleNetwork network = SampleNetwork.withDocument();
        verdict(
                Verdict.ALTERED,
                List.of(Reason.CONTENT_DIFFERS),
                verify(network, question(SampleNetwork.OTHER, SampleNetwork.DOCUMENT)));
        anchor(network, SampleNetwork.item(SampleNetwork.ORIGIN, "N2", SampleNetwork.OTHER));
        Report report = verify(network, question(SampleNetwork.OTHER, SampleNetwork.DOCUMENT));
        verdict(Verdict.ALTERED, List.of(Reason.CONTENT_DIFFERS, Reason.CONTENT_UNDER_ANOTHER_NUMBER), report);
        assertEquals(SampleNetwork.DOCUMENT, report.evidence().get(0).document());
    }

    @Test
    void aSaltedDocumentNeedsItsReceipt() {
        SampleNetwork network = SampleNetwork.established();
        anchor(network, SampleNetwork.item(SampleNetwork.ORIGIN, "N1", SampleNetwork.SALTED));
        verdict(Verdict.UNKNOWN, List.of(Reason.NEVER_ANCHORED), verify(network, SampleNetwork.OPEN));
        verdict(
                Verdict.UNDETERMINED,
                List.of(Reason.RECEIPT_REQUIRED),
                verify(network, question(SampleNetwork.OPEN, SampleNetwork.DOCUMENT)));
        verdict(Verdict.VALID, List.of(), verify(network, SampleNetwork.SALTED));
    }

    @Test
    void aNumberAloneShowsItsStateButIsNoVerdictOnAFile() {
        SampleNetwork network = SampleNetwork.withDocument();
        Question byNumber = new Question(Optional.empty(), Optional.of(SampleNetwork.DOCUMENT), Optional.empty());
        verdict(Verdict.UNDETERMINED, List.of(Reason.CONTENT_NOT_COMPARED), verify(network, byNumber));
        Question unknown = new Question(Optional.empty(), Optional.of(SECOND), Optional.empty());
        verdict(Verdict.UNKNOWN, List.of(Reason.NEVER_ANCHORED), verify(network, unknown));
    }

    /** "As the ledger knows now": authority that is gone from the ledger does not count. */
    @Test
    void aDocumentWhoseIssuersAuthorityIsGoneIsNotAuthorised() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.ledger.tamper("", "A", "ChamberMSP", "861");
        verdict(
                Verdict.NOT_AUTHORISED,
                List.of(Reason.NO_AUTHORITY_WHEN_ANCHORED),
                verify(network, SampleNetwork.OPEN));
    }

    @Test
    void aBrokenRecordGivesNoVerdict() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.submit(SampleNetwork.CHAMBER, "document:revoke", SampleNetwork.DOCUMENT.hex(), "1", "unspecified");
        network.ledger.tamper("", "E", SampleNetwork.DOCUMENT.hex(), "1");
        network.refuses(
                ErrorCode.CORRUPT_RECORD,
                "do not form a chain",
                SampleNetwork.OFFICER,
                "document:verify",
                question(SampleNetwork.OPEN, SampleNetwork.DOCUMENT).write());
    }

    @Test
    void whatTheLedgerHoldsIsNeverTheCallersFault() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.ledger.tamper("\0", "C", SampleNetwork.OPEN.hex(), "no id");
        network.refuses(
                ErrorCode.CORRUPT_RECORD,
                "cannot be used",
                SampleNetwork.OFFICER,
                "document:find",
                "open",
                SampleNetwork.OPEN.hex());
        network.ledger.tamper("{}", "O");
        network.refuses(ErrorCode.CORRUPT_RECORD, "cannot be used", SampleNetwork.OFFICER, "network:members");
        network.ledger.tamper("{}", "A", "ChamberMSP", "861");
        network.refuses(
                ErrorCode.CORRUPT_RECORD,
                "cannot be used",
                SampleNetwork.OFFICER,
                "authority:read",
                "ChamberMSP",
                "861");
    }

    @Test
    void anyMemberAsksWhateverItsRoleAndItsClock() {
        SampleNetwork network = SampleNetwork.withDocument();
        String question = question(SampleNetwork.OPEN, SampleNetwork.DOCUMENT).write();
        List<Identity> callers = new ArrayList<>(List.of(SampleNetwork.OFFICER, SampleNetwork.QUARANTINE));
        callers.add(Identity.withoutAttributes("CarrierMSP"));
        network.timed(network.now().plusSeconds(7200));
        for (Identity caller : callers) {
            verdict(Verdict.VALID, List.of(), Report.parse(network.evaluate(caller, "document:verify", question)));
        }
    }

    @Test
    void malformedQuestionsAreRefused() {
        SampleNetwork network = SampleNetwork.withDocument();
        for (String wrong : List.of("", "{}", "{\"document\":\"N1\"}", "{\"kind\":\"open\"}", "[]")) {
            network.refuses(ErrorCode.MALFORMED_ARGUMENT, "", SampleNetwork.OFFICER, "document:verify", wrong);
        }
        network.refuses(
                ErrorCode.MALFORMED_ARGUMENT,
                "open, salted, fields or open-attestation",
                SampleNetwork.OFFICER,
                "document:find",
                "tree",
                "");
        network.refuses(ErrorCode.MALFORMED_ARGUMENT, "64 digits", SampleNetwork.OFFICER, "document:find", "open", "");
    }

    /** However many records hold a content, each issuer's authority and each certificate is read once, each record and its holds. */
    @Test
    void whatSeveralRecordsHaveInCommonIsReadOnce() {
        SampleNetwork network = SampleNetwork.established();
        AnchorItem[] items = IntStream.range(0, 50)
                .mapToObj(i -> SampleNetwork.item(SampleNetwork.ORIGIN, "N" + i, SampleNetwork.OPEN))
                .toArray(AnchorItem[]::new);
        anchor(network, items);
        Question question = new Question(Optional.of(SampleNetwork.OPEN), Optional.empty(), Optional.empty());
        FakeStub stub = network.run(SampleNetwork.OFFICER, "document:verify", question.write())
                .stub();
        assertEquals(Map.of("GET_STATE", 50 + 50 + 1 + 1, "GET_STATE_BY_RANGE", 1), stub.messages);
    }

    private static void verdict(Verdict verdict, List<Reason> reasons, Report report) {
        assertEquals(verdict, report.assessment().verdict());
        assertEquals(reasons, report.assessment().reasons());
    }

    private static void anchor(SampleNetwork network, AnchorItem... items) {
        network.submit(SampleNetwork.CHAMBER, "document:anchor", SampleNetwork.list(items));
    }

    private static FoundDocuments find(SampleNetwork network, String kind, Commitment content) {
        return FoundDocuments.parse(network.evaluate(SampleNetwork.OFFICER, "document:find", kind, content.hex()));
    }

    private static Report verify(SampleNetwork network, Commitment content) {
        return verify(network, new Question(Optional.of(content), Optional.empty(), Optional.empty()));
    }

    private static Report verify(SampleNetwork network, Question question) {
        return Report.parse(network.evaluate(SampleNetwork.OFFICER, "document:verify", question.write()));
    }

    private static Question question(Commitment content, DocumentId document) {
        return new Question(Optional.of(content), Optional.of(document), Optional.empty());
    }
}
