package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.History;
import uz.muhr.protocol.record.HistoryPage;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.ErrorCode;

/** Reading, revoking and the history of a document. */
final class ChangeTest {
    private static final String ID = SampleNetwork.DOCUMENT.hex();

    @Test
    void theCurrentRecordIsReadAsItIsStored() {
        SampleNetwork network = SampleNetwork.withDocument();
        String record = network.evaluate(SampleNetwork.OFFICER, "document:read", ID);
        assertEquals(network.ledger.text("D", ID), Optional.of(record));
    }

    @Test
    void aRevokedDocumentKeepsTheVersionBefore() {
        SampleNetwork network = SampleNetwork.withDocument();
        String first = network.evaluate(SampleNetwork.OFFICER, "document:read", ID);
        String answer = network.submit(SampleNetwork.CHAMBER, "document:revoke", ID, "1", "keyCompromise");
        DocumentRecord revoked = RecordText.parse(answer);
        assertEquals(DocumentStatus.REVOKED, revoked.status());
        assertEquals(Optional.of(RevocationReason.KEY_COMPROMISE), revoked.reason());
        assertEquals(2, revoked.sequence());
        assertEquals(Optional.of(first), network.ledger.text("E", ID, "1"));
        assertEquals(Optional.of(answer), network.ledger.text("D", ID));

        HistoryPage history = HistoryPage.parse(network.evaluate(SampleNetwork.OFFICER, "document:history", ID, "0"));
        assertEquals(new DocumentId(ID), history.document());
        assertEquals(List.of(revoked, RecordText.parse(first)), history.newestFirst());
    }

    @Test
    void aRevocationReadsTheRecordAndTheCallerWritesTwiceAndTouchesNoPolicy() {
        FakeStub stub = SampleNetwork.withDocument()
                .run(SampleNetwork.CHAMBER, "document:revoke", ID, "1", "unspecified")
                .stub();
        assertEquals(Map.of("GET_STATE", 2, "PUT_STATE", 2), stub.messages);
        assertEquals(List.of(WorldState.key("D", ID), WorldState.key("E", ID, "1")), List.copyOf(stub.writes.keySet()));
    }

    @Test
    void theIssuersOtherCertificatesMayRevokeToo() {
        SampleNetwork network = SampleNetwork.withDocument();
        Identity colleague = Identity.of("ChamberMSP", "issuer");
        String answer = network.submit(colleague, "document:revoke", ID, "1", "unspecified");
        assertEquals(
                colleague.certificateHash(),
                RecordText.parse(answer).changed().by().certificate().hex());
    }

    @Test
    void whoIsNotTheIssuerDoesNotRevoke() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.refuses(
                ErrorCode.NOT_ISSUER,
                "Only ChamberMSP may change this document",
                SampleNetwork.QUARANTINE,
                "document:revoke",
                ID,
                "1",
                "unspecified");
    }

    @Test
    void aRepeatedRevocationIsRefusedAndNeverAppliedTwice() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.submit(SampleNetwork.CHAMBER, "document:revoke", ID, "1", "unspecified");
        refusesRevocation(network, ErrorCode.STALE_SEQUENCE, "the record is at version 2", "1", "unspecified");
        refusesRevocation(network, ErrorCode.ILLEGAL_TRANSITION, "REVOKED, which is final", "2", "unspecified");
    }

    @Test
    void anUnknownDocumentIsRefusedByEveryFunctionThatNeedsOne() {
        SampleNetwork network = SampleNetwork.established();
        refusesRevocation(network, ErrorCode.UNKNOWN_DOCUMENT, "No document", "1", "unspecified");
        String unknown = "No document is anchored under this id.";
        network.refuses(ErrorCode.UNKNOWN_DOCUMENT, unknown, SampleNetwork.OFFICER, "document:read", ID);
        network.refuses(ErrorCode.UNKNOWN_DOCUMENT, unknown, SampleNetwork.OFFICER, "document:history", ID, "0");
    }

    @Test
    void malformedArgumentsAreRefused() {
        SampleNetwork network = SampleNetwork.withDocument();
        refusesRevocation(network, ErrorCode.MALFORMED_ARGUMENT, "whole number from 1", "01", "unspecified");
        refusesRevocation(network, ErrorCode.MALFORMED_ARGUMENT, "one of unspecified", "1", "because");
        network.refuses(ErrorCode.MALFORMED_ARGUMENT, "64 digits", SampleNetwork.OFFICER, "document:read", "N1");
        network.refuses(
                ErrorCode.MALFORMED_ARGUMENT, "64 digits", SampleNetwork.OFFICER, "document:history", "N1", "0");
    }

    @Test
    void aChangeTimedBeforeTheLastOneIsRefused() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.timed(network.now().minusSeconds(5));
        refusesRevocation(network, ErrorCode.CLOCK_SKEW, "before the record's last change", "1", "unspecified");
    }

    @Test
    void aClockAnHourOffIsRefusedAndOneAMinuteOffIsNot() {
        for (Duration off : List.of(Duration.ofHours(1), Duration.ofHours(-1), Duration.ofSeconds(150))) {
            SampleNetwork network = SampleNetwork.withDocument();
            network.timed(network.now().plus(off));
            refusesRevocation(network, ErrorCode.CLOCK_SKEW, "120 s from the endorser's clock", "1", "unspecified");
        }
        SampleNetwork network = SampleNetwork.withDocument();
        network.timed(network.now().plusSeconds(60));
        network.submit(SampleNetwork.CHAMBER, "document:revoke", ID, "1", "unspecified");
    }

    /** One version taken away or put in another's place: the chain of hashes shows it, and no history is given. */
    @Test
    void aBrokenChainIsNotAHistory() {
        SampleNetwork network = SampleNetwork.withDocument();
        String first = network.evaluate(SampleNetwork.OFFICER, "document:read", ID);
        network.submit(SampleNetwork.CHAMBER, "document:revoke", ID, "1", "unspecified");
        network.ledger.tamper(first.replace("\"authority\":1", "\"authority\":2"), "E", ID, "1");
        network.refuses(
                ErrorCode.CORRUPT_RECORD,
                "names another predecessor",
                SampleNetwork.OFFICER,
                "document:history",
                ID,
                "0");
        network.ledger.tamper("", "E", ID, "1");
        network.refuses(
                ErrorCode.CORRUPT_RECORD,
                "version of the document is missing",
                SampleNetwork.OFFICER,
                "document:history",
                ID,
                "0");
    }

    /** Fifty versions to a page; each page is vouched for by the version above it. */
    @Test
    void aLongHistoryIsReadInPagesThatJoin() {
        SampleNetwork network = SampleNetwork.withDocument();
        for (int version = 1; version <= 119; version++) {
            String function = version % 2 == 1 ? "document:suspend" : "document:reinstate";
            network.submit(SampleNetwork.CHAMBER, function, ID, Integer.toString(version));
        }
        List<Integer> sizes = new ArrayList<>();
        History history = History.read(SampleNetwork.DOCUMENT, first -> {
            HistoryPage page = HistoryPage.parse(
                    network.evaluate(SampleNetwork.OFFICER, "document:history", ID, Long.toString(first)));
            sizes.add(page.newestFirst().size());
            return page;
        });
        assertEquals(List.of(50, 50, 20), sizes);
        assertEquals(120, history.versions().current().sequence());
        network.refuses(
                ErrorCode.STALE_SEQUENCE,
                "there is no version 121 yet",
                SampleNetwork.OFFICER,
                "document:history",
                ID,
                "121");
        String tenth = network.ledger.text("E", ID, "10").orElseThrow();
        network.ledger.tamper(tenth.replace("\"authority\":1", "\"authority\":2"), "E", ID, "10");
        network.refuses(
                ErrorCode.CORRUPT_RECORD,
                "names another predecessor",
                SampleNetwork.OFFICER,
                "document:history",
                ID,
                "10");
    }

    private static void refusesRevocation(
            SampleNetwork network, ErrorCode code, String says, String sequence, String reason) {
        network.refuses(code, says, SampleNetwork.CHAMBER, "document:revoke", ID, sequence, reason);
    }
}
