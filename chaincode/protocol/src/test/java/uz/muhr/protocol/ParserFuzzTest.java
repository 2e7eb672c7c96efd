package uz.muhr.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.anchoring.AnchorOutcome;
import uz.muhr.protocol.anchoring.Reissue;
import uz.muhr.protocol.anchoring.Replacement;
import uz.muhr.protocol.authority.Accreditation;
import uz.muhr.protocol.authority.Authorities;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.authority.DistrustedCertificate;
import uz.muhr.protocol.authority.Establishment;
import uz.muhr.protocol.authority.MemberOrganisations;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.DrawPage;
import uz.muhr.protocol.customs.DrawRequest;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.disclosure.DisclosureText;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.proposal.OpenProposals;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.proposal.ProposalList;
import uz.muhr.protocol.proposal.ProposalRecord;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.FoundDocuments;
import uz.muhr.protocol.record.HistoryPage;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/** A damaged text is refused with a sentence, or read; and what was read writes itself as the text that was read. */
final class ParserFuzzTest {
    private static final int TRIES = 3000;
    private static final String ESTABLISHMENT = "{\"authorities\":[{\"from\":\"2026-01-01T00:00:00Z\","
            + "\"issuer\":\"ChamberMSP\",\"type\":\"861\"}],\"organisations\":[\"ChamberMSP\",\"CustomsMSP\"]}";

    static List<Parser> parsers() {
        List<Parser> all = new ArrayList<>(documentParsers());
        all.addAll(SealParsers.all());
        return all;
    }

    private static List<Parser> documentParsers() {
        return List.of(
                Parser.golden(
                        "RecordText",
                        text -> RecordText.write(RecordText.parse(text)),
                        "record-open",
                        "record-salted",
                        "record-limited",
                        "record-revoked",
                        "record-permit",
                        "record-replaced",
                        "record-successor"),
                Parser.golden(
                        "AuthorityRecord",
                        text -> AuthorityRecord.parse(text).write(),
                        "authority",
                        "authority-interrupted",
                        "authority-distrusted"),
                Parser.golden("Authorities", text -> Authorities.parse(text).write(), "authorities"),
                Parser.golden(
                        "DistrustedCertificate",
                        text -> DistrustedCertificate.parse(text).write(),
                        "distrusted-certificate"),
                Parser.golden(
                        "Proposal",
                        text -> Proposal.parse(text).write(),
                        "proposal-grant",
                        "proposal-withdraw",
                        "proposal-distrust",
                        "proposal-distrust-certificate",
                        "proposal-admit"),
                Parser.golden(
                        "ProposalRecord", text -> ProposalRecord.parse(text).write(), "proposal-record"),
                Parser.golden("ProposalList", text -> ProposalList.parse(text).write(), "proposal-list"),
                Parser.golden("OpenProposals", text -> OpenProposals.parse(text).write(), "open-proposals"),
                new Parser("Accreditation", true, text -> new Accreditation(text).text(), List.of("UZ-0042", "a (b)")),
                Parser.golden(
                        "MemberOrganisations",
                        text -> MemberOrganisations.parse(text).write(),
                        "member-organisations"),
                Parser.golden("AnchorList", text -> AnchorList.parse(text).write(), "anchor-list"),
                Parser.golden("AnchorOutcome", text -> AnchorOutcome.write(AnchorOutcome.parse(text)), "outcomes"),
                Parser.golden("Disclosure", text -> DisclosureText.write(DisclosureText.parse(text)), "disclosure"),
                Parser.golden("Question", text -> Question.parse(text).write(), "question"),
                Parser.golden("HistoryPage", text -> HistoryPage.parse(text).write(), "history"),
                Parser.golden("Reissue", text -> Reissue.parse(text).write(), "reissue"),
                Parser.golden("Replacement", text -> Replacement.parse(text).write(), "replacement"),
                Parser.golden("DrawRequest", text -> DrawRequest.parse(text).write(), "draw-request"),
                Parser.golden("Draw", text -> Draw.parse(text).write(), "draw", "draw-reversed"),
                Parser.golden("WriteOffs", text -> WriteOffs.parse(text).write(), "write-offs", "write-offs-exhausted"),
                Parser.golden("DrawPage", text -> DrawPage.parse(text).write(), "draw-page"),
                Parser.golden("Holds", text -> Holds.parse(text).write(), "holds"),
                new Parser("Amount", true, text -> Amount.parse(text).toString(), List.of("0", "12.5", "0.000001")),
                new Parser("UnitCode", true, text -> new UnitCode(text).value(), List.of("KGM", "H87")),
                Parser.golden(
                        "FoundDocuments", text -> FoundDocuments.parse(text).write(), "found-documents"),
                Parser.golden(
                        "Report",
                        text -> Report.parse(text).write(),
                        "report-valid",
                        "report-revoked",
                        "report-altered",
                        "report-unknown",
                        "report-not-authorised",
                        "report-issuer-distrusted",
                        "report-certificate-distrusted",
                        "report-exhausted",
                        "report-held"),
                new Parser("StrictJson", false, ParserFuzzTest::json, List.of(Golden.text("history"), ESTABLISHMENT)),
                new Parser(
                        "Establishment",
                        false,
                        text -> Establishment.parse(text).members().write(),
                        List.of(ESTABLISHMENT)),
                new Parser(
                        "Refusal",
                        true,
                        text -> Refusal.parse(text).map(Refusal::getMessage).orElse(text),
                        List.of("STALE_SEQUENCE: Read it again.", "UNKNOWN_DOCUMENT: ")),
                new Parser(
                        "LedgerTime",
                        true,
                        text -> LedgerTime.write(LedgerTime.parse("The time", text)),
                        List.of("2026-11-22T09:30:00Z", "2024-02-29T23:59:59Z")),
                new Parser(
                        "SequenceNumber",
                        true,
                        text -> Long.toString(SequenceNumber.parse(text)),
                        List.of("1", "999999999999999999")),
                new Parser("TypeCode", true, text -> new TypeCode(text).value(), List.of("861", "1")),
                new Parser("MspId", true, text -> new MspId(text).value(), List.of("ChamberMSP", "a.b-c")),
                new Parser(
                        "CommitmentKind",
                        true,
                        text -> CommitmentKind.parse(text).text(),
                        List.of("open", "salted")),
                new Parser(
                        "RevocationReason",
                        true,
                        text -> RevocationReason.parse(text).text(),
                        List.of("keyCompromise", "superseded")),
                new Parser(
                        "DocumentNumber",
                        false,
                        text -> DocumentNumber.parse(text).value(),
                        List.of("UZ-861/2026-000123", "уз-77", "a b")));
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void aValidTextIsWrittenAsItWasRead(Parser parser) {
        for (String text : parser.valid()) {
            String written = parser.rewrite().apply(text);
            assertTrue(!parser.oneForm() || written.equals(text), () -> parser + " wrote " + written);
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void aDamagedTextIsRefusedOrReadAsItStands(Parser parser) {
        long seed = 20261122L + parser.name().hashCode();
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            String text =
                    Damage.of(parser.valid().get(random.nextInt(parser.valid().size())), random);
            tryOne(parser, text, "seed " + seed + ", try " + i + ": " + text);
        }
    }

    @ParameterizedTest
    @MethodSource("parsers")
    void aTextOfAnyCharactersIsRefusedOrReadAsItStands(Parser parser) {
        long seed = 7L + parser.name().hashCode();
        Random random = new Random(seed);
        for (int i = 0; i < TRIES; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(20), 0, 0x10000).forEach(c -> text.append((char) c));
            tryOne(parser, text.toString(), "seed " + seed + ", try " + i + ": " + text);
        }
    }

    @Test
    void everyParserRefusesAVeryLongText() {
        String manyDigits = "9".repeat(StrictJson.MAX_LENGTH + 1);
        for (Parser parser : parsers()) {
            tryOne(parser, manyDigits, parser.name());
        }
    }

    private static void tryOne(Parser parser, String text, String where) {
        String written;
        try {
            written = parser.rewrite().apply(text);
        } catch (Refusal refusal) {
            Refusals.assertSpeaksPlainly(refusal);
            return;
        } catch (RuntimeException fault) {
            fail(parser + ", " + where, fault);
            return;
        }
        if (parser.oneForm()) {
            assertEquals(text, written, where);
        }
    }

    /** Whatever strict JSON was read has one canonical form, which reads as itself. */
    private static String json(String text) {
        String canonical = CanonicalJson.write(StrictJson.parse("The text", text));
        assertEquals(canonical, CanonicalJson.write(StrictJson.parse("The text", canonical)));
        return canonical;
    }
}
