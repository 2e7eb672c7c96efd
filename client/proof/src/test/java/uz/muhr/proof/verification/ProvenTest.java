package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.CheckMade;
import uz.muhr.proof.transaction.Place;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.verdict.Verdict;

final class ProvenTest {
    @Test
    void anAnchoredDocumentIsProvedValid() {
        ProofReport.Proven proven = proven(ProofDraft.anchored());
        assertEquals(Verdict.VALID, proven.verdict());
        assertEquals(
                new TreeSet<>(List.of(new MspId("CarrierMSP"), new MspId("CustomsMSP"), new MspId("QuarantineMSP"))),
                proven.vouchers());
        ProvenVersion version = proven.versions().get(0);
        assertEquals(new Place(7, 1), version.place());
        assertTrue(version.endorsers().contains(ProofDraft.CHAMBER));
        assertEquals(Instant.parse("2026-05-01T12:00:00Z"), proven.answer().answeredAt());
    }

    @Test
    void everyCheckIsMadeAndSaysWhoVouchesForIt() {
        ProofReport.Proven proven = proven(ProofDraft.anchored());
        assertEquals(
                EnumSet.allOf(Check.class),
                proven.made().stream().map(CheckMade::check).collect(Collectors.toSet()));
        assertEquals(List.of("the trust file"), vouchers(proven, Check.PIN));
        assertEquals(List.of("orderers 1, 2, 3"), vouchers(proven, Check.ORDERER_SIGNATURES));
        assertEquals(List.of("computed here"), vouchers(proven, Check.BLOCK_DATA));
        assertEquals(
                List.of("peers of CarrierMSP, CustomsMSP, QuarantineMSP"), vouchers(proven, Check.VERSION_COMMITTED));
        assertTrue(vouchers(proven, Check.ISSUER_ENDORSED).contains("a peer of ChamberMSP"));
    }

    @Test
    void noProofIsMadeWithACheckLeftOut() {
        ProofReport.Proven proven = proven(ProofDraft.anchored());
        for (CheckMade left : proven.made()) {
            List<CheckMade> others =
                    proven.made().stream().filter(made -> !made.equals(left)).toList();
            assertThrows(
                    IllegalStateException.class,
                    () -> new ProofReport.Proven(proven.answer(), proven.versions(), proven.vouchers(), others));
        }
    }

    @Test
    void aRevokedDocumentIsProvedRevoked() {
        ProofReport.Proven proven = proven(ProofDraft.anchored().then(Step.Operation.REVOKE));
        assertEquals(Verdict.REVOKED, proven.verdict());
        assertEquals(
                List.of(new Place(8, 1), new Place(7, 1)),
                proven.versions().stream().map(ProvenVersion::place).toList());
    }

    @Test
    void whatHeldAtAnEarlierTimeIsJudgedByTheSameProof() {
        ProofDraft draft = ProofDraft.anchored().then(Step.Operation.SUSPEND).then(Step.Operation.REINSTATE);
        assertEquals(Verdict.VALID, proven(draft).verdict());
        assertEquals(Verdict.UNKNOWN, at(draft, "2026-02-28T00:00:00Z"));
        assertEquals(Verdict.VALID, at(draft, "2026-03-01T08:00:00Z"));
        assertEquals(Verdict.SUSPENDED, at(draft, "2026-03-02T08:00:00Z"));
        assertEquals(Verdict.VALID, at(draft, "2026-05-01T12:00:00Z"));
    }

    @Test
    void aRenewedPolicyLeavesTheVersionWhereItWas() {
        ProofReport.Proven proven =
                proven(ProofDraft.anchored().then(Step.Operation.RENEW).then(Step.Operation.RENEW));
        assertEquals(List.of(new Place(7, 1)), places(proven));
        ProofDraft changed = ProofDraft.anchored().then(Step.Operation.RENEW).then(Step.Operation.REVOKE);
        assertEquals(List.of(new Place(9, 1), new Place(7, 1)), places(proven(changed)));
    }

    @Test
    void aProofReachesOverALaterConfiguration() {
        ProofDraft draft =
                ProofDraft.anchored().reconfigured().then(Step.Operation.REVOKE).reconfigured();
        assertEquals(Verdict.REVOKED, proven(draft).verdict());
    }

    @Test
    void theOrderersOfALaterConfigurationAreItsOwn() {
        ProofDraft draft = ProofDraft.anchored().reconfigured();
        draft.reconfiguration().consenters.remove(3);
        draft.then(Step.Operation.REVOKE);
        draft.steps.get(1).block().signers.remove(1);
        assertEquals(Verdict.REVOKED, proven(draft).verdict());
    }

    @Test
    void theDocumentNeedNotBeNamedWhereTheBundleHoldsOneAnswerAboutTheFile() {
        ProofDraft draft = ProofDraft.anchored();
        draft.asked = new Asked(ProofDraft.CONTENT, Optional.empty(), Optional.empty());
        assertEquals(Verdict.VALID, proven(draft).verdict());
    }

    @Test
    void whatIsAskedTogetherIsAnsweredEachByItself() {
        ProofDraft draft = ProofDraft.anchored();
        Asked another = new Asked(ProofDraft.CONTENT, Optional.of(new DocumentId("ef".repeat(32))), Optional.empty());
        List<ProofReport> reports = new OfflineVerifier(draft.trust())
                .verify(draft.bundle().write(), List.of(another, draft.asked, draft.asked));
        assertEquals(
                List.of(Verdict.UNDETERMINED, Verdict.VALID, Verdict.VALID),
                reports.stream().map(ProofReport::verdict).toList());
    }

    @Test
    void aVerifierThatKnowsTheCertificatesMakesTheSameChecks() {
        ProofDraft draft = ProofDraft.anchored().reconfigured().then(Step.Operation.REVOKE);
        OfflineVerifier verifier = new OfflineVerifier(draft.trust());
        byte[] bundle = draft.bundle().write();
        ProofReport first = verifier.verify(bundle, draft.asked);
        assertEquals(first, verifier.verify(bundle, draft.asked));
        assertEquals(Verdict.REVOKED, first.verdict());
        draft.reconfiguration()
                .membership("CarrierMSP")
                .addRevocationList(draft.network
                        .carrier()
                        .authority()
                        .revoking(draft.network.carrier().peer().certificate()));
        assertEquals(
                Verdict.UNDETERMINED,
                verifier.verify(draft.bundle().write(), draft.asked).verdict());
        assertEquals(first, verifier.verify(bundle, draft.asked));
    }

    private static Verdict at(ProofDraft draft, String time) {
        draft.asked = new Asked(ProofDraft.CONTENT, Optional.of(ProofDraft.DOCUMENT), Optional.of(Instant.parse(time)));
        return proven(draft).verdict();
    }

    private static List<Place> places(ProofReport.Proven proven) {
        return proven.versions().stream().map(ProvenVersion::place).toList();
    }

    private static List<String> vouchers(ProofReport report, Check check) {
        return report.made().stream()
                .filter(made -> made.check() == check)
                .findFirst()
                .orElseThrow()
                .vouchedBy();
    }

    private static ProofReport.Proven proven(ProofDraft draft) {
        ProofReport report = draft.verify();
        return assertInstanceOf(ProofReport.Proven.class, report, report::toString);
    }
}
