package uz.muhr.protocol.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertRefused;
import static uz.muhr.protocol.proposal.SampleProposals.ADMIT;
import static uz.muhr.protocol.proposal.SampleProposals.CARRIER;
import static uz.muhr.protocol.proposal.SampleProposals.CERTIFICATE;
import static uz.muhr.protocol.proposal.SampleProposals.DISTRUST;
import static uz.muhr.protocol.proposal.SampleProposals.DISTRUST_CERTIFICATE;
import static uz.muhr.protocol.proposal.SampleProposals.GRANT;
import static uz.muhr.protocol.proposal.SampleProposals.MAY;
import static uz.muhr.protocol.proposal.SampleProposals.QUARANTINE;
import static uz.muhr.protocol.proposal.SampleProposals.SANITARY;
import static uz.muhr.protocol.proposal.SampleProposals.SPRING;
import static uz.muhr.protocol.proposal.SampleProposals.WITHDRAW;
import static uz.muhr.protocol.proposal.SampleProposals.by;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.proposal.SampleProposals.SampleLedger;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;

/** A proposal takes effect once registrars of a majority of organisations have approved it, and never otherwise. */
final class DecisionTest {
    private final SampleLedger ledger = new SampleLedger();

    @Test
    void threeOfFourOrganisationsCarryAProposal() {
        Decision proposed = propose(GRANT);
        assertEquals(Optional.empty(), proposed.effect());
        Decision second = Decision.approve(proposed.record(), ledger, by(Samples.CUSTOMS, 1));
        assertEquals(Optional.empty(), second.effect());
        assertFalse(second.record().effective());
        Decision third = Decision.approve(second.record(), ledger, by(CARRIER, 2));
        assertTrue(third.record().effective());
        assertEquals(
                List.of(Samples.CHAMBER, Samples.CUSTOMS, CARRIER),
                third.record().approvals().stream().map(a -> a.by().msp()).toList());
        assertTrue(third.effect().isPresent());
    }

    @Test
    void anOrganisationCountsOnceWhicheverOfItsRegistrarsAsks() {
        Decision proposed = propose(GRANT);
        assertRefused(
                ErrorCode.ALREADY_APPROVED,
                "ChamberMSP has approved",
                () -> Decision.approve(proposed.record(), ledger, by(Samples.CHAMBER, 1)));
    }

    @Test
    void onlyMembersProposeAndApprove() {
        assertRefused(
                ErrorCode.NOT_AUTHORISED,
                "SanitaryMSP is no member",
                () -> Decision.propose(GRANT, Optional.empty(), ledger, by(SANITARY, 0)));
        Decision proposed = propose(GRANT);
        assertRefused(ErrorCode.NOT_AUTHORISED, () -> Decision.approve(proposed.record(), ledger, by(SANITARY, 1)));
    }

    @Test
    void theSameIsNotProposedTwiceUntilItHasExpired() {
        ProposalRecord open = propose(GRANT).record();
        assertRefused(
                ErrorCode.PROPOSAL_EXISTS,
                GRANT.id().hex(),
                () -> Decision.propose(GRANT, Optional.of(open), ledger, by(CARRIER, 1)));
        Change later = Samples.change(CARRIER, "later", open.expires().plusSeconds(1));
        ProposalRecord anew =
                Decision.propose(GRANT, Optional.of(open), ledger, later).record();
        assertEquals(List.of(later), anew.approvals());
    }

    @Test
    void aProposalCanBeApprovedForThirtyDaysAndNotOnce() {
        ProposalRecord open = propose(GRANT).record();
        assertEquals(Instant.parse("2026-03-31T08:00:00Z"), open.expires());
        assertTrue(open.isOpen(open.expires()));
        Change last = Samples.change(CARRIER, "last", open.expires());
        assertEquals(
                2, Decision.approve(open, ledger, last).record().approvals().size());
        Change late = Samples.change(CARRIER, "late", open.expires().plusSeconds(1));
        assertRefused(
                ErrorCode.PROPOSAL_CLOSED,
                "expired at 2026-03-31T08:00:00Z",
                () -> Decision.approve(open, ledger, late));
    }

    @Test
    void whatHasTakenEffectIsNotApprovedAgain() {
        ProposalRecord effective = carry(GRANT).record();
        assertRefused(
                ErrorCode.PROPOSAL_CLOSED,
                "taken effect",
                () -> Decision.approve(effective, ledger, by(QUARANTINE, 9)));
    }

    @Test
    void anApprovalTimedBeforeTheLastOneIsRefused() {
        ProposalRecord open = Decision.propose(GRANT, Optional.empty(), ledger, by(Samples.CHAMBER, 5))
                .record();
        assertRefused(
                ErrorCode.CLOCK_SKEW,
                "before the record's last change",
                () -> Decision.approve(open, ledger, by(CARRIER, 4)));
    }

    @Test
    void aProposalNeverTakesEffectOnWhatChangedMeanwhile() {
        ProposalRecord withdraw = propose(WITHDRAW).record();
        ledger.put(carry(DISTRUST).effect().orElseThrow());
        assertFalse(Decision.isCurrent(WITHDRAW, ledger));
        assertRefused(
                ErrorCode.STALE_SEQUENCE,
                "the ledger has version 2",
                () -> Decision.approve(withdraw, ledger, by(CARRIER, 9)));
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> propose(new Proposal.Admit(SANITARY, 2)));
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> propose(new Proposal.DistrustCertificate(CERTIFICATE, MAY, 3)));
    }

    @Test
    void aGrantOpensAPeriodUnderItsAccreditation() {
        AuthorityRecord granted = authority(carry(GRANT));
        assertEquals(1, granted.sequence());
        assertEquals(Optional.of(GRANT.id()), granted.proposal());
        assertFalse(granted.inForce(MAY.minusSeconds(1)));
        assertTrue(granted.inForce(MAY));
        assertFalse(granted.inForce(Instant.parse("2027-05-01T00:00:00Z")));
        assertEquals(
                Optional.of(GRANT.accreditation()), granted.periods().get(0).accreditation());
    }

    @Test
    void aGrantIsForMembersAndForAPeriodNotGrantedYet() {
        Proposal stranger =
                new Proposal.Grant(SANITARY, Samples.ORIGIN, MAY, Optional.empty(), GRANT.accreditation(), 0);
        assertRefused(ErrorCode.UNKNOWN_ORGANISATION, "Have it admitted", () -> propose(stranger));
        Proposal twice =
                new Proposal.Grant(Samples.CHAMBER, Samples.ORIGIN, MAY, Optional.empty(), GRANT.accreditation(), 1);
        assertRefused(ErrorCode.ILLEGAL_TRANSITION, "in a part of that period already", () -> propose(twice));
    }

    @Test
    void aWithdrawalEndsAuthorityAndLeavesWhatWasBefore() {
        AuthorityRecord withdrawn = authority(carry(WITHDRAW));
        assertTrue(withdrawn.inForce(WITHDRAW.from().minusSeconds(1)));
        assertFalse(withdrawn.inForce(WITHDRAW.from()));
        assertFalse(withdrawn.distrustedAt(WITHDRAW.from()));
    }

    @Test
    void aWithdrawalFromThePastTakesEffectWithTheSecondAfterItIsDecided() {
        AuthorityRecord withdrawn = authority(carry(new Proposal.Withdraw(Samples.CHAMBER, Samples.ORIGIN, SPRING, 1)));
        assertTrue(withdrawn.inForce(Samples.ANCHORED_AT.plusSeconds(2)), "the second of the deciding approval");
        assertFalse(withdrawn.inForce(Samples.ANCHORED_AT.plusSeconds(3)));
    }

    @Test
    void whatNobodyHasCannotBeTaken() {
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "never had authority",
                () -> propose(new Proposal.Withdraw(Samples.CHAMBER, Samples.EUR1, MAY, 0)));
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "never had authority",
                () -> propose(new Proposal.Distrust(CARRIER, Samples.EUR1, MAY, 0)));
    }

    @Test
    void distrustReachesIntoThePast() {
        AuthorityRecord distrusted = authority(carry(DISTRUST));
        assertTrue(distrusted.inForce(SPRING.minusSeconds(1)));
        assertFalse(distrusted.inForce(SPRING));
        assertTrue(distrusted.distrustedAt(SPRING));
        assertFalse(distrusted.distrustedAt(SPRING.minusSeconds(1)));
    }

    @Test
    void aDistrustedCertificateIsWrittenAndMovedByTheNextProposal() {
        Effect effect = carry(DISTRUST_CERTIFICATE).effect().orElseThrow();
        ledger.put(effect);
        DistrustedCertificate first = ledger.distrusted(CERTIFICATE).orElseThrow();
        assertTrue(first.at(SPRING));
        assertFalse(first.at(SPRING.minusSeconds(1)));
        ledger.put(carry(new Proposal.DistrustCertificate(CERTIFICATE, MAY, 1))
                .effect()
                .orElseThrow());
        assertEquals(2, ledger.distrusted(CERTIFICATE).orElseThrow().sequence());
        assertFalse(ledger.distrusted(CERTIFICATE).orElseThrow().at(SPRING));
    }

    /** Of five organisations three are a majority, as of four; the new one's registrar counts at once. */
    @Test
    void anAdmittedOrganisationCountsFromThenOn() {
        ledger.put(carry(ADMIT).effect().orElseThrow());
        assertEquals(2, ledger.members().sequence());
        assertTrue(ledger.members().include(SANITARY));
        Decision proposed = Decision.propose(WITHDRAW, Optional.empty(), ledger, by(SANITARY, 0));
        Decision second = Decision.approve(proposed.record(), ledger, by(CARRIER, 1));
        Decision third = Decision.approve(second.record(), ledger, by(QUARANTINE, 2));
        assertTrue(third.record().effective());
        assertRefused(
                ErrorCode.ILLEGAL_TRANSITION,
                "member organisation already",
                () -> propose(new Proposal.Admit(SANITARY, 2)));
    }

    private Decision propose(Proposal proposal) {
        return Decision.propose(proposal, Optional.empty(), ledger, by(Samples.CHAMBER, 0));
    }

    private Decision carry(Proposal proposal) {
        Decision second = Decision.approve(propose(proposal).record(), ledger, by(Samples.CUSTOMS, 1));
        return Decision.approve(second.record(), ledger, by(CARRIER, 2));
    }

    private static AuthorityRecord authority(Decision decision) {
        return ((Effect.OnAuthority) decision.effect().orElseThrow()).after();
    }
}
