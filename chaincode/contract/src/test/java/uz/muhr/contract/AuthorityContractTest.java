package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.authority.Authorities;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.ProposalList;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Report;
import uz.muhr.protocol.verdict.Verdict;

/** Members decide by proposals, and what they decided governs anchoring and verdicts. */
final class AuthorityContractTest {
    private static final MspId CHAMBER = new MspId("ChamberMSP");
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");
    private static final Proposal.Withdraw WITHDRAW = new Proposal.Withdraw(CHAMBER, SampleNetwork.ORIGIN, LONG_AGO, 1);
    private static final String SECOND =
            SampleNetwork.list(SampleNetwork.item(SampleNetwork.ORIGIN, "N2", SampleNetwork.OTHER));

    @Test
    void anAdmittedOrganisationIsGrantedAuthorityAndAnchors() {
        SampleNetwork network = SampleNetwork.established();
        ProposalRecord admitted = network.decide(SampleNetwork.ADMIT);
        assertTrue(admitted.effective());
        MspId sanitary = SampleNetwork.ADMIT.organisation();
        MemberOrganisations members =
                MemberOrganisations.parse(network.evaluate(SampleNetwork.OFFICER, "network:members"));
        assertEquals(2, members.sequence());
        assertTrue(members.include(sanitary));

        Proposal grant = new Proposal.Grant(
                sanitary, new TypeCode("852"), LONG_AGO, Optional.empty(), SampleNetwork.GRANT.accreditation(), 0);
        assertTrue(network.decide(grant).effective());
        String answer = network.submit(
                Identity.of("SanitaryMSP", "issuer"),
                "document:anchor",
                SampleNetwork.list(SampleNetwork.item(new TypeCode("852"), "N1", SampleNetwork.OPEN)));
        assertFalse(answer.contains("refused"), answer);
    }

    @Test
    void whileApprovalsAreMissingNothingButTheProposalIsWritten() {
        SampleNetwork network = SampleNetwork.established();
        FakeStub proposed = network.run(SampleNetwork.REGISTRAR, "authority:propose", SampleNetwork.ADMIT.write())
                .stub();
        String record = WorldState.key("P", SampleNetwork.ADMIT.id().hex());
        assertEquals(Set.of(record, WorldState.key("Q", "CustomsMSP")), proposed.writes.keySet());
        network.ledger.commit(proposed.writes, proposed.policies);
        FakeStub approved = network.run(
                        SampleNetwork.CHAMBER_REGISTRAR,
                        "authority:approve",
                        SampleNetwork.ADMIT.id().hex())
                .stub();
        assertEquals(Set.of(record), approved.writes.keySet());
        assertEquals(Map.of("GET_STATE", 3, "PUT_STATE", 1), approved.messages);
    }

    @Test
    void onlyRegistrarsOfMembersDecide() {
        SampleNetwork network = SampleNetwork.withProposals();
        String id = SampleNetwork.ADMIT.id().hex();
        for (Identity caller : List.of(SampleNetwork.OFFICER, SampleNetwork.CHAMBER)) {
            network.refuses(ErrorCode.NOT_AUTHORISED, "role registrar", caller, "authority:approve", id);
            network.refuses(
                    ErrorCode.NOT_AUTHORISED,
                    "role registrar",
                    caller,
                    "authority:propose",
                    SampleNetwork.GRANT.write());
        }
        Identity stranger = Identity.of("SanitaryMSP", "registrar");
        network.refuses(ErrorCode.NOT_AUTHORISED, "no member organisation", stranger, "authority:approve", id);
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "no member organisation",
                stranger,
                "authority:propose",
                SampleNetwork.GRANT.write());
    }

    @Test
    void aRepeatedProposalOrApprovalIsRefusedByName() {
        SampleNetwork network = SampleNetwork.withProposals();
        network.refuses(
                ErrorCode.PROPOSAL_EXISTS,
                SampleNetwork.ADMIT.id().hex(),
                SampleNetwork.CHAMBER_REGISTRAR,
                "authority:propose",
                SampleNetwork.ADMIT.write());
        network.refuses(
                ErrorCode.ALREADY_APPROVED,
                "counts once",
                Identity.of("CustomsMSP", "registrar"),
                "authority:approve",
                SampleNetwork.ADMIT.id().hex());
        network.refuses(
                ErrorCode.UNKNOWN_PROPOSAL,
                "Nothing is proposed",
                SampleNetwork.CHAMBER_REGISTRAR,
                "authority:approve",
                SampleNetwork.GRANT.id().hex());
    }

    @Test
    void aClockAnHourOffDecidesNothing() {
        SampleNetwork network = SampleNetwork.withProposals();
        network.timed(network.now().plusSeconds(3600));
        network.refuses(
                ErrorCode.CLOCK_SKEW,
                "Set the clocks right",
                SampleNetwork.CHAMBER_REGISTRAR,
                "authority:approve",
                SampleNetwork.ADMIT.id().hex());
        network.refuses(
                ErrorCode.CLOCK_SKEW,
                "Set the clocks right",
                SampleNetwork.CHAMBER_REGISTRAR,
                "authority:propose",
                SampleNetwork.GRANT.write());
    }

    @Test
    void openProposalsAreListedUntilTheyTakeEffectOrAreOvertaken() {
        SampleNetwork network = SampleNetwork.withProposals();
        assertEquals(List.of(SampleNetwork.ADMIT), open(network, "CustomsMSP"), "the decided one is not among them");
        assertEquals(List.of(), open(network, "ChamberMSP"));
        network.decide(new Proposal.Admit(new MspId("OtherMSP"), 1));
        assertEquals(List.of(), open(network, "CustomsMSP"), "the list of members has changed");
        assertEquals(
                SampleNetwork.ADMIT,
                ProposalRecord.parse(network.evaluate(
                                SampleNetwork.OFFICER,
                                "authority:proposal",
                                SampleNetwork.ADMIT.id().hex()))
                        .proposal());
    }

    @Test
    void anOrganisationsListIsBoundedAndFillsNobodyElses() {
        SampleNetwork network = SampleNetwork.established();
        IntStream.range(0, 20)
                .forEach(i -> network.submit(
                        SampleNetwork.REGISTRAR,
                        "authority:propose",
                        new Proposal.Admit(new MspId("Org" + i), 1).write()));
        network.refuses(
                ErrorCode.TOO_MANY_PROPOSALS,
                "20 open proposals",
                SampleNetwork.REGISTRAR,
                "authority:propose",
                SampleNetwork.ADMIT.write());
        network.approve(new Proposal.Admit(new MspId("Org3"), 1));
        network.submit(SampleNetwork.REGISTRAR, "authority:propose", new Proposal.Admit(new MspId("Org4"), 2).write());
        assertEquals(1, open(network, "CustomsMSP").size());
    }

    @Test
    void withdrawnAuthorityAnchorsNothingMoreAndWhatWasAnchoredStands() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.decide(WITHDRAW);
        network.timed(network.now().plusSeconds(1));
        assertTrue(
                network.submit(SampleNetwork.CHAMBER, "document:anchor", SECOND).contains("NOT_AUTHORISED"));
        verdict(Verdict.VALID, List.of(), network);
    }

    /** The anchor read version 1 of the authority; a peer would find version 2 and invalidate it (MVCC). */
    @Test
    void anAnchorReadsTheVeryRecordThatAWithdrawalWrites() {
        SampleNetwork network = SampleNetwork.withDocument();
        FakeStub heldBack =
                network.run(SampleNetwork.CHAMBER, "document:anchor", SECOND).stub();
        network.submit(SampleNetwork.REGISTRAR, "authority:propose", WITHDRAW.write());
        network.submit(
                SampleNetwork.CHAMBER_REGISTRAR,
                "authority:approve",
                WITHDRAW.id().hex());
        FakeStub deciding = network.run(
                        SampleNetwork.CARRIER_REGISTRAR,
                        "authority:approve",
                        WITHDRAW.id().hex())
                .stub();
        String authority = WorldState.key("A", "ChamberMSP", "861");
        assertTrue(heldBack.reads.contains(authority));
        assertTrue(deciding.writes.containsKey(authority));
    }

    @Test
    void distrustTurnsWhatWasAnchoredFromThenOnAndLeavesTheRest() {
        SampleNetwork network = SampleNetwork.withDocument();
        Instant anchored = network.now();
        network.timed(anchored.plusSeconds(2));
        network.decide(new Proposal.Distrust(CHAMBER, SampleNetwork.ORIGIN, anchored.plusSeconds(1), 1));
        verdict(Verdict.VALID, List.of(), network);
        network.decide(new Proposal.Distrust(CHAMBER, SampleNetwork.ORIGIN, anchored, 2));
        verdict(Verdict.NOT_AUTHORISED, List.of(Reason.ISSUER_DISTRUSTED), network);
        assertTrue(
                network.submit(SampleNetwork.CHAMBER, "document:anchor", SECOND).contains("NOT_AUTHORISED"));
    }

    @Test
    void aDistrustedCertificateChangesNothingAndWhatItAnchoredIsNotAuthorised() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.timed(network.now().plusSeconds(1));
        CertificateHash stolen = new CertificateHash(SampleNetwork.CHAMBER.certificateHash());
        network.decide(new Proposal.DistrustCertificate(stolen, network.now(), 0));
        verdict(Verdict.VALID, List.of(), network);
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "distrust the caller's certificate",
                SampleNetwork.CHAMBER,
                "document:anchor",
                SECOND);
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "distrust the caller's certificate",
                SampleNetwork.CHAMBER,
                "document:revoke",
                SampleNetwork.DOCUMENT.hex(),
                "1",
                "unspecified");
        network.decide(new Proposal.DistrustCertificate(stolen, LONG_AGO, 1));
        verdict(Verdict.NOT_AUTHORISED, List.of(Reason.CERTIFICATE_DISTRUSTED), network);
        Identity colleague = Identity.of("ChamberMSP", "issuer");
        network.submit(colleague, "document:anchor", SECOND);
    }

    @Test
    void allThatAnOrganisationMayIssueIsListedByType() {
        SampleNetwork network = SampleNetwork.established();
        network.decide(SampleNetwork.GRANT);
        network.decide(new Proposal.Grant(
                CHAMBER, new TypeCode("380"), LONG_AGO, Optional.empty(), SampleNetwork.GRANT.accreditation(), 0));
        assertEquals(List.of("380", "861", "954"), types(network, "ChamberMSP"));
        assertEquals(List.of("705"), types(network, "CarrierMSP"));
        assertEquals(List.of(), types(network, "StrangerMSP"));
    }

    @Test
    void aCertificateThatIsTrustedIsUnknownHere() {
        SampleNetwork network = SampleNetwork.withProposals();
        network.refuses(
                ErrorCode.UNKNOWN_CERTIFICATE,
                "No certificate of this hash",
                SampleNetwork.OFFICER,
                "authority:certificate",
                SampleNetwork.CHAMBER.certificateHash());
    }

    private static List<Proposal> open(SampleNetwork network, String organisation) {
        return ProposalList.parse(network.evaluate(SampleNetwork.OFFICER, "authority:proposals", organisation))
                .proposals()
                .stream()
                .map(ProposalRecord::proposal)
                .toList();
    }

    private static List<String> types(SampleNetwork network, String organisation) {
        return Authorities.parse(network.evaluate(SampleNetwork.OFFICER, "authority:list", organisation))
                .records()
                .stream()
                .map(AuthorityRecord::type)
                .map(TypeCode::value)
                .toList();
    }

    private static void verdict(Verdict verdict, List<Reason> reasons, SampleNetwork network) {
        Question question = new Question(Optional.of(SampleNetwork.OPEN), Optional.empty(), Optional.empty());
        Report report = Report.parse(network.evaluate(SampleNetwork.OFFICER, "document:verify", question.write()));
        assertEquals(verdict, report.assessment().verdict());
        assertEquals(reasons, report.assessment().reasons());
    }
}
