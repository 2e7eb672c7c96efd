package uz.muhr.protocol.proposal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.refusal.ErrorCode;

final class ProposalTextsTest {
    private static final Map<String, Proposal> GOLDEN = Map.of(
            "proposal-grant", SampleProposals.GRANT,
            "proposal-withdraw", SampleProposals.WITHDRAW,
            "proposal-distrust", SampleProposals.DISTRUST,
            "proposal-distrust-certificate", SampleProposals.DISTRUST_CERTIFICATE,
            "proposal-admit", SampleProposals.ADMIT);

    private static final ProposalRecord RECORD = new ProposalRecord(
            SampleProposals.GRANT,
            List.of(
                    Samples.anchoring(),
                    Samples.change(Samples.CUSTOMS, "transaction 2", Samples.ANCHORED_AT.plus(Duration.ofDays(1)))),
            Samples.ANCHORED_AT.plus(ProposalRecord.LIFETIME),
            false);

    @Test
    void everyKindIsItsGoldenText() {
        GOLDEN.forEach((name, proposal) -> {
            assertEquals(Golden.text(name), proposal.write());
            assertEquals(proposal, Proposal.parse(Golden.text(name)));
        });
    }

    @Test
    void recordsAndListsAreTheirGoldenTexts() {
        assertEquals(Golden.text("proposal-record"), RECORD.write());
        assertEquals(RECORD, ProposalRecord.parse(Golden.text("proposal-record")));
        ProposalList list = new ProposalList(List.of(RECORD));
        assertEquals(Golden.text("proposal-list"), list.write());
        assertEquals(list, ProposalList.parse(Golden.text("proposal-list")));
        OpenProposals open =
                OpenProposals.none().with(SampleProposals.GRANT.id()).with(SampleProposals.ADMIT.id());
        assertEquals(Golden.text("open-proposals"), open.write());
        assertEquals(open, OpenProposals.parse(Golden.text("open-proposals")));
    }

    /** Whoever approves an id approves every word of the proposal. */
    @Test
    void anotherWordIsAnotherId() {
        Proposal.Grant grant = SampleProposals.GRANT;
        assertNotEquals(
                grant.id(),
                new Proposal.Grant(
                                grant.issuer(),
                                grant.type(),
                                grant.from(),
                                Optional.empty(),
                                grant.accreditation(),
                                grant.expected())
                        .id());
        assertNotEquals(SampleProposals.ADMIT.id(), new Proposal.Admit(SampleProposals.SANITARY, 2).id());
    }

    @Test
    void anythingUnknownMissingOrOutOfPlaceIsRefused() {
        String grant = Golden.text("proposal-grant");
        for (String wrong : List.of(
                "",
                "{}",
                grant + " ",
                grant.replace("\"kind\":\"grant\"", "\"kind\":\"give\""),
                grant.replace("\"kind\":\"grant\"", "\"kind\":\"withdraw\""),
                grant.replace("\"type\":\"954\"", "\"type\":\"471\""),
                grant.replace("2027-05-01", "2026-05-01"),
                grant.replace("\"sequence\":0", "\"sequence\":-1"),
                grant.replace("\"sequence\":0,", ""),
                grant.replace("\"sequence\":0", "\"sequence\":\"0\""),
                grant.replace("\"until\"", "\"zzz\""))) {
            assertMalformed(() -> Proposal.parse(wrong));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " a", "a ", "somebody@example", "a,b", "a;b", "name: \"x\"", "Ихтиёр", "a\nb"})
    void anAccreditationIsAReferenceAndNothingElse(String text) {
        assertMalformed(() -> new Accreditation(text));
    }

    @Test
    void anAccreditationHasAtMostSixtyFourCharacters() {
        assertEquals(64, new Accreditation("A".repeat(64)).text().length());
        assertMalformed(() -> new Accreditation("A".repeat(65)));
    }

    @Test
    void aRecordWithAnotherIdOrTwoApprovalsOfOneOrganisationIsNotUsed() {
        String text = Golden.text("proposal-record");
        assertRefused(
                ErrorCode.CORRUPT_RECORD,
                "id of another",
                () -> ProposalRecord.parse(text.replace(
                        SampleProposals.GRANT.id().hex(),
                        SampleProposals.ADMIT.id().hex())));
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> ProposalRecord.parse(text.replace("CustomsMSP", "ChamberMSP")));
    }

    @Test
    void anOrganisationHasAtMostTwentyOpenProposals() {
        OpenProposals full = new OpenProposals(IntStream.range(0, 20)
                .mapToObj(i -> new ProposalId(Samples.sha256("p" + i)))
                .toList());
        assertRefused(ErrorCode.TOO_MANY_PROPOSALS, "20 open", () -> full.with(SampleProposals.GRANT.id()));
        ProposalId id = SampleProposals.GRANT.id();
        assertRefused(ErrorCode.CORRUPT_RECORD, () -> new OpenProposals(List.of(id, id)));
    }
}
