package uz.muhr.protocol.sealing;

import static uz.muhr.protocol.Refusals.assertMalformed;
import static uz.muhr.protocol.Refusals.assertRefused;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.Golden;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.refusal.ErrorCode;

/** A request is taken in its one form and in no other: each case starts from a valid one and breaks one thing. */
final class RequestTextsTest {
    private static Stream<Arguments> requests() {
        return Stream.of(
                request("consignment-opening", ConsignmentOpening::parse),
                request("consignment-linking", ConsignmentLinking::parse),
                request("seal-affix", AffixRequest::parse),
                request("seal-replace", ReplaceRequest::parse),
                request("seal-act-hand-over", SealRequest::parse),
                request("seal-act-accept", SealRequest::parse),
                request("seal-act-inspect", SealRequest::parse),
                request("seal-act-break", SealRequest::parse),
                request("seal-observations", ObservationList::parse));
    }

    private static Arguments request(String golden, Consumer<String> parser) {
        return Arguments.of(golden, parser);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void anUnknownMemberIsRefused(String golden, Consumer<String> parser) {
        String text = Golden.text(golden);
        String more = text.substring(0, text.length() - 1) + ",\"zz\":1}";
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "unknown member", () -> parser.accept(more));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void whiteSpaceOrAnotherOrderIsRefused(String golden, Consumer<String> parser) {
        String text = Golden.text(golden);
        assertMalformed(() -> parser.accept(text.replaceFirst(":", ": ")));
        assertMalformed(() -> parser.accept(text + " "));
        assertMalformed(() -> parser.accept(""));
        assertMalformed(() -> parser.accept("[]"));
    }

    /** Whichever member is left out, what is left is not taken for something else. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void anotherNameForAMemberIsRefused(String golden, Consumer<String> parser) {
        String text = Golden.text(golden);
        for (String name : new String[] {"consignment", "seal", "sequence", "evidence", "act", "operation", "by"}) {
            String renamed = text.replace("\"" + name + "\":", "\"" + name + "_\":");
            if (!renamed.equals(text)) {
                assertMalformed(() -> parser.accept(renamed));
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void aHashInCapitalsIsRefused(String golden, Consumer<String> parser) {
        String text = Golden.text(golden);
        int at = text.indexOf("\"consignment\":\"") + "\"consignment\":\"".length();
        String capital = text.substring(0, at) + "A" + text.substring(at + 1);
        assertMalformed(() -> parser.accept(capital));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"operation\":\"AFFIX\"}",
                "{\"operation\":\"accept\"}",
                "{\"operation\":\"ACCEPT\",\"to\":\"CarrierMSP\"}",
                "{\"operation\":\"STEAL\"}",
                "{}",
                "\"ACCEPT\""
            })
    void anActOfAnotherFunctionOrOfNoneIsRefused(String act) {
        String text = Golden.text("seal-act-accept").replace("{\"operation\":\"ACCEPT\"}", act);
        assertMalformed(() -> SealRequest.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"seal-event-3", "seal-event-4"})
    void aReportOrAReadingIsNotAnActOnOneSeal(String golden) {
        String event = Golden.text(golden);
        String act = event.substring(event.indexOf("{", 1), event.indexOf("}") + 1);
        String text = Golden.text("seal-act-accept").replace("{\"operation\":\"ACCEPT\"}", act);
        assertRefused(ErrorCode.MALFORMED_ARGUMENT, "is not an act of seal:act", () -> SealRequest.parse(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ACCEPT", "REMOVE", "WITHDRAW"})
    void anActOnOneSealIsNoObservation(String operation) {
        String text = "{\"observations\":[" + Golden.text("seal-act-accept").replace("ACCEPT", operation) + "]}";
        assertRefused(
                ErrorCode.MALFORMED_ARGUMENT,
                "REPORT or a READ",
                () -> ObservationList.parse(text.replace(",\"sequence\":2", "")));
    }
}
