package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Report;
import uz.muhr.protocol.verdict.Verdict;

/** What an issuer does with its document after anchoring: replace, reissue, renew; and the answer others can be shown. */
final class IssuerContractTest {
    private static final String ID = SampleNetwork.DOCUMENT.hex();

    @Test
    void aReplacementWritesBothDocumentsAndProtectsTheNewOne() {
        SampleNetwork network = SampleNetwork.withLife();
        String request =
                SampleNetwork.replacement(SampleNetwork.PERMIT, 1, "P2").write();
        FakeStub stub =
                network.run(SampleNetwork.CHAMBER, "document:replace", request).stub();
        DocumentId successor = SampleNetwork.document("ChamberMSP", SampleNetwork.ORIGIN, "P2");
        String old = WorldState.key("D", SampleNetwork.PERMIT.hex());
        String fresh = WorldState.key("D", successor.hex());
        assertEquals(
                Set.of(
                        old,
                        WorldState.key("E", SampleNetwork.PERMIT.hex(), "1"),
                        fresh,
                        WorldState.key("C", SampleNetwork.OTHER.hex(), successor.hex())),
                stub.writes.keySet());
        assertEquals(Set.of(fresh), stub.policies.keySet());
        assertTrue(stub.reads.containsAll(Set.of(
                WorldState.key("W", SampleNetwork.PERMIT.hex()), WorldState.key("H", SampleNetwork.PERMIT.hex()))));
        network.ledger.commit(stub.writes, stub.policies);

        assertVerdict(network, SampleNetwork.SALTED, SampleNetwork.PERMIT, Verdict.SUPERSEDED);
        assertVerdict(network, SampleNetwork.OTHER, successor, Verdict.VALID);
        DocumentRecord inherited =
                RecordText.parse(network.evaluate(SampleNetwork.OFFICER, "document:read", successor.hex()));
        assertEquals(Optional.of(Amount.parse("20")), inherited.quantity().map(quantity -> quantity.amount()));
        network.refuses(ErrorCode.STALE_SEQUENCE, "version 2", SampleNetwork.CHAMBER, "document:replace", request);
    }

    @Test
    void aNumberThatIsTakenTakesNobodysPlace() {
        SampleNetwork network = SampleNetwork.withLife();
        network.refuses(
                ErrorCode.DOCUMENT_EXISTS,
                "under this number",
                SampleNetwork.CHAMBER,
                "document:replace",
                SampleNetwork.replacement(SampleNetwork.DOCUMENT, 1, "P1").write());
        network.refuses(
                ErrorCode.DOCUMENT_EXISTS,
                "under this number",
                SampleNetwork.CHAMBER,
                "document:replace",
                SampleNetwork.replacement(SampleNetwork.DOCUMENT, 1, "N1").write());
    }

    @Test
    void aReissuedDocumentVerifiesByItsNewContentAndTheOldReadsSuperseded() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.submit(
                SampleNetwork.CHAMBER,
                "document:reissue",
                SampleNetwork.reissue(SampleNetwork.DOCUMENT, 1, SampleNetwork.OTHER)
                        .write());
        assertVerdict(network, SampleNetwork.OTHER, SampleNetwork.DOCUMENT, Verdict.VALID);
        Report old = report(network, SampleNetwork.OPEN, SampleNetwork.DOCUMENT);
        assertEquals(Verdict.SUPERSEDED, old.assessment().verdict());
        assertEquals(List.of(Reason.EARLIER_VERSION), old.assessment().reasons());
        Question byContent = new Question(Optional.of(SampleNetwork.OTHER), Optional.empty(), Optional.empty());
        assertEquals(
                Verdict.VALID,
                Report.parse(network.evaluate(SampleNetwork.OFFICER, "document:verify", byContent.write()))
                        .assessment()
                        .verdict());
    }

    @Test
    void aReissueNeedsAuthorityInForceAndARevocationDoesNot() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.ledger.tamper("", "A", "ChamberMSP", "861");
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "no authority in force",
                SampleNetwork.CHAMBER,
                "document:reissue",
                SampleNetwork.reissue(SampleNetwork.DOCUMENT, 1, SampleNetwork.OTHER)
                        .write());
        network.submit(SampleNetwork.CHAMBER, "document:revoke", ID, "1", "cessationOfOperation");
    }

    @Test
    void aPolicyIsRenewedWhenAnOrganisationHasJoinedAndNothingElseChanges() {
        SampleNetwork network = SampleNetwork.withDocument();
        byte[] before = network.ledger.policy("D", ID).orElseThrow();
        network.decide(SampleNetwork.ADMIT);
        FakeStub stub =
                network.run(SampleNetwork.CHAMBER, "document:renew", ID, "1").stub();
        assertEquals(Map.of("GET_STATE", 3, "PUT_STATE_METADATA", 1), stub.messages);
        network.ledger.commit(stub.writes, stub.policies);
        byte[] after = network.ledger.policy("D", ID).orElseThrow();
        MemberOrganisations members =
                MemberOrganisations.parse(network.ledger.text("O").orElseThrow());
        assertEquals(5, members.organisations().size());
        assertArrayEquals(DocumentPolicy.of(new MspId("ChamberMSP"), members).toByteArray(), after);
        assertTrue(after.length > before.length);
    }

    @Test
    void anAttestedAnswerIsTheSameAnswerFromEndorsersWhoseClocksAgree() {
        SampleNetwork network = SampleNetwork.withDocument();
        String question = new Question(
                        Optional.of(SampleNetwork.OPEN), Optional.of(SampleNetwork.DOCUMENT), Optional.empty())
                .write();
        String verified = network.evaluate(SampleNetwork.OFFICER, "document:verify", question);
        Identity anybody = Identity.withoutAttributes("CarrierMSP");
        assertEquals(verified, network.evaluate(anybody, "document:attest", question));
        for (long seconds : List.of(3600L, -3600L, 130L, -130L)) {
            SampleNetwork skewed = network.again().timed(network.now().plusSeconds(seconds));
            skewed.refuses(
                    ErrorCode.CLOCK_SKEW, "120 s from the endorser's clock", anybody, "document:attest", question);
            skewed.evaluate(anybody, "document:verify", question);
        }
    }

    private static void assertVerdict(SampleNetwork network, Commitment content, DocumentId document, Verdict verdict) {
        assertEquals(verdict, report(network, content, document).assessment().verdict());
    }

    private static Report report(SampleNetwork network, Commitment content, DocumentId document) {
        Question question = new Question(Optional.of(content), Optional.of(document), Optional.empty());
        return Report.parse(network.evaluate(SampleNetwork.OFFICER, "document:verify", question.write()));
    }
}
