package uz.muhr.network.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Proposal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Documents;
import uz.muhr.network.conformance.fixture.Paper;
import uz.muhr.network.conformance.fixture.Shifted;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** What the contract refuses reaches the client with its code, on either network in the same words. */
@Conformance
final class DocumentRefusalsIT {
    private static final Paper SAMPLE = Paper.fresh();

    private final TestedNetwork network;
    private final Client client;
    private final Documents chamber;
    private final Paper paper = Paper.fresh();

    DocumentRefusalsIT(TestedNetwork network) {
        this.network = network;
        this.client = network.client("ChamberMSP", "issuer");
        this.chamber = new Documents(client);
    }

    static Stream<Arguments> malformed() {
        String good = Paper.list(SAMPLE);
        return Stream.of(
                malformed("no argument", "anchor"),
                malformed("one argument too many", "anchor", good, good),
                malformed("no text", "anchor", ""),
                malformed("no JSON", "anchor", "documents"),
                malformed("no documents", "anchor", "{\"documents\":[]}"),
                malformed("an unknown member", "anchor", good.replace("\"kind\"", "\"kinds\"")),
                malformed("white space", "anchor", good.replace(",", ", ")),
                malformed(
                        "members in another order",
                        "anchor",
                        good.replace("{\"commitment\"", "{\"kind\":\"open\",\"commitment\"")
                                .replace(",\"kind\":\"open\",\"number\"", ",\"number\"")),
                malformed(
                        "capitals",
                        "anchor",
                        good.replace(SAMPLE.number(), "A" + SAMPLE.number().substring(1))),
                malformed(
                        "a hash too short",
                        "anchor",
                        good.replace(SAMPLE.number(), SAMPLE.number().substring(2))),
                malformed("an unknown kind", "anchor", good.replace("open", "ajar")),
                malformed("an unknown type", "anchor", good.replace("861", "086")),
                malformed("501 documents", "anchor", tooMany()),
                malformed("no id", "read", "x"),
                malformed("a sequence with a leading zero", "revoke", SAMPLE.number(), "01", "unspecified"),
                malformed("an unknown reason", "revoke", SAMPLE.number(), "1", "because"),
                malformed("a question about nothing", "verify", "{}"));
    }

    private static Arguments malformed(String what, String function, String... arguments) {
        return Arguments.argumentSet(what, function, arguments);
    }

    private static String tooMany() {
        return Paper.list(
                IntStream.rangeClosed(0, 500).mapToObj(each -> Paper.fresh()).toArray(Paper[]::new));
    }

    @ParameterizedTest
    @MethodSource
    void malformed(String function, String[] arguments) {
        chamber.assertRefused("MALFORMED_ARGUMENT", function, arguments);
    }

    @Test
    void textThatIsNoUtf8IsMalformedAndNotMended() {
        Documents.assertRefused(
                "MALFORMED_ARGUMENT",
                client.muhr("document")
                        .newProposal("read")
                        .addArguments(new byte[] {(byte) 0xc3, 0x28})
                        .build());
    }

    @Test
    void whoHasAnotherRoleMayNotAnchor() {
        new Documents(network.client("CustomsMSP", "officer"))
                .assertRefused("NOT_AUTHORISED", "anchor", Paper.list(paper));
        new Documents(network.client("ChamberMSP", "registrar"))
                .assertRefused("NOT_AUTHORISED", "anchor", Paper.list(paper));
    }

    @Test
    void anotherIssuerMayNotRevoke() throws Exception {
        String id = chamber.anchored(paper);
        new Documents(network.client("QuarantineMSP", "issuer"))
                .assertRefused("NOT_ISSUER", "revoke", id, "1", "unspecified");
        assertEquals("VALID", chamber.verdict(paper.question()));
    }

    @Test
    void aChangeOfAnotherVersionIsStale() throws Exception {
        String id = chamber.anchored(paper);
        chamber.assertRefused("STALE_SEQUENCE", "revoke", id, "2", "unspecified");
        chamber.revoke(id, 1);
        chamber.assertRefused("STALE_SEQUENCE", "revoke", id, "1", "unspecified");
    }

    @Test
    void whatIsRevokedIsFinal() throws Exception {
        String id = chamber.anchored(paper);
        chamber.revoke(id, 1);
        chamber.assertRefused("ILLEGAL_TRANSITION", "revoke", id, "2", "unspecified");
    }

    @Test
    void aDocumentThatNobodyAnchoredIsUnknown() {
        chamber.assertRefused("UNKNOWN_DOCUMENT", "read", Paper.hash());
        chamber.assertRefused("UNKNOWN_DOCUMENT", "history", Paper.hash(), "0");
    }

    @ParameterizedTest
    @ValueSource(longs = {-14, -3, 3, 14})
    void aClientWhoseClockIsMinutesOffIsTold(long minutes) throws Exception {
        Proposal shifted =
                Shifted.by(Duration.ofMinutes(minutes), client, chamber.proposal("anchor", Paper.list(paper)));
        Documents.assertRefused("CLOCK_SKEW", shifted);
    }

    @Test
    void aClockAMinuteOffIsTakenAndItsTimeStandsInTheRecord() throws Exception {
        var endorsed = Shifted.by(Duration.ofMinutes(-1), client, chamber.proposal("anchor", Paper.list(paper)))
                .endorse();
        client.commit(endorsed);
        assertEquals("VALID", chamber.verdict(paper.question()));
    }
}
