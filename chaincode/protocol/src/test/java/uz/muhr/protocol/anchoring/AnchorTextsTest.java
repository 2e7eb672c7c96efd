package uz.muhr.protocol.anchoring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.Samples;
import uz.muhr.protocol.anchoring.AnchorOutcome.Refused;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

final class AnchorTextsTest {
    private static final AnchorItem ITEM = Samples.item(Samples.ORIGIN, "1", Samples.OPEN);

    @Test
    void aListHoldsOneToFiveHundred() {
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "it holds 0", () -> AnchorList.parse("{\"documents\":[]}"));
        assertEquals(500, new AnchorList(Collections.nCopies(500, ITEM)).items().size());
        String tooMany = "{\"documents\":["
                + String.join(
                        ",",
                        Collections.nCopies(
                                501, new AnchorList(List.of(ITEM)).write().replaceAll("^.*\\[|\\].*$", "")))
                + "]}";
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "it holds 501", () -> AnchorList.parse(tooMany));
    }

    @Test
    void theLargestListIsFarBelowWhatIsRead() {
        AnchorItem large = new AnchorItem(
                Samples.ORIGIN,
                Samples.NUMBER.digest(),
                Samples.SALTED,
                Samples.SUMMER,
                Optional.of(Samples.TEN_TONNES));
        String text = new AnchorList(Collections.nCopies(500, large)).write();
        assertEquals(500, AnchorList.parse(text).items().size());
        assertEquals(true, text.length() < StrictJson.MAX_LENGTH / 4);
    }

    @Test
    void oneMalformedItemRefusesTheList() {
        String list = Golden.text("anchor-list");
        for (String broken : List.of(
                list.replace("\"type\":\"861\"", "\"type\":\"471\""),
                list.replace("\"kind\":\"open\"", "\"kind\":\"tree\""),
                list.replace("\"type\":\"861\"", "\"type\":\"861\",\"validUntil\":\"2026-02-30T00:00:00Z\""),
                list.replace("2026-08-31T23:59:59Z", "2026-02-28T23:59:59Z"),
                list.replace("\"kind\":\"open\",", ""),
                list.replace("\"type\":\"861\"", "\"type\":\"861\",\"zzz\":1"),
                list.replace("\"type\":\"861\"", "\"type\":861"),
                " " + list)) {
            assertMalformed(() -> AnchorList.parse(broken));
        }
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void aRefusedOutcomeKeepsItsCodeAndSentence(ErrorCode code) {
        List<AnchorOutcome> read = AnchorOutcome.parse(AnchorOutcome.write(
                List.of(new Refused(Samples.DOCUMENT, new Refusal(code, "A sentence: \"quoted\".")))));
        Refused refused = (Refused) read.get(0);
        assertEquals(Samples.DOCUMENT, refused.documentId());
        assertEquals(code, refused.refusal().code());
        assertEquals("A sentence: \"quoted\".", refused.refusal().sentence());
    }

    @Test
    void anOutcomeWithACodeOfALaterVersionIsNotTakenForAnchored() {
        String text = Golden.text("outcomes").replace("NOT_AUTHORISED:", "NOT_INVENTED_YET:");
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "does not know", () -> AnchorOutcome.parse(text));
        String misspelled = Golden.text("outcomes").replace("\"refused\"", "\"refusal\"");
        assertMalformed(() -> AnchorOutcome.parse(misspelled));
    }
}
