package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.ErrorCode;

/** Who may change what is decided by the caller's certificate alone. */
final class CallerTest {
    private static final String LIST =
            SampleNetwork.list(SampleNetwork.item(SampleNetwork.ORIGIN, "N9", SampleNetwork.OPEN));

    @ParameterizedTest
    @ValueSource(strings = {"officer", "auditor", "registrar", "carrier", "Issuer", "issuer ", "", "issuer,registrar"})
    void onlyTheRoleOfAnIssuerAnchorsAndRevokes(String role) {
        SampleNetwork network = SampleNetwork.withDocument();
        Identity caller = Identity.of("ChamberMSP", role);
        refusesChanges(network, caller, "the caller's has another");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"attrs\":{}}",
                "{\"attrs\":{\"role\":\"issuer\"}}",
                "{\"attrs\":{\"muhr.role \":\"issuer\"}}",
                "{\"muhr.role\":\"issuer\"}",
                "not JSON"
            })
    void aCertificateWithoutTheRoleDoesNotChangeAnything(String attributes) {
        SampleNetwork network = SampleNetwork.withDocument();
        refusesChanges(network, Identity.withAttributes("ChamberMSP", attributes), "the caller's has none");
    }

    @Test
    void aCertificateWithoutAttributesDoesNotChangeAnything() {
        refusesChanges(SampleNetwork.withDocument(), Identity.withoutAttributes("ChamberMSP"), "the caller's has none");
    }

    /** The name in the certificate says nothing: the organisation is the MSP that vouches for it. */
    @Test
    void theOrganisationIsTheMspAndNotWhatTheCertificateSaysOfItself() {
        SampleNetwork network = SampleNetwork.withDocument();
        Identity pretender = new Identity("CarrierMSP", SampleNetwork.CHAMBER.certificate());
        network.refuses(
                ErrorCode.NOT_ISSUER,
                "CarrierMSP asked",
                pretender,
                "document:revoke",
                SampleNetwork.DOCUMENT.hex(),
                "1",
                "unspecified");
    }

    @Test
    void anOrganisationWhoseNameTheLedgerCannotHoldIsRefused() {
        SampleNetwork.withDocument()
                .refuses(
                        ErrorCode.MALFORMED_ARGUMENT,
                        "MSP id",
                        Identity.of("Org MSP", "issuer"),
                        "document:anchor",
                        LIST);
    }

    @Test
    void aClockAnHourOffAnchorsAndEstablishesNothing() {
        for (long seconds : List.of(3600L, -3600L, 130L, -130L)) {
            SampleNetwork network = SampleNetwork.withDocument();
            network.timed(network.now().plusSeconds(seconds));
            network.refuses(
                    ErrorCode.CLOCK_SKEW, "Set the clocks right", SampleNetwork.CHAMBER, "document:anchor", LIST);
            SampleNetwork fresh = SampleNetwork.fresh();
            fresh.timed(fresh.now().plusSeconds(seconds));
            fresh.refuses(
                    ErrorCode.CLOCK_SKEW,
                    "Set the clocks right",
                    SampleNetwork.REGISTRAR,
                    "network:establish",
                    SampleNetwork.ESTABLISHMENT);
        }
    }

    @Test
    void readingNeedsNoRoleAndNoRightClock() {
        SampleNetwork network = SampleNetwork.withDocument();
        network.timed(network.now().minusSeconds(360_000));
        Identity nobody = Identity.withoutAttributes("CarrierMSP");
        String id = SampleNetwork.DOCUMENT.hex();
        for (String[] call : new String[][] {
            {"document:read", id},
            {"document:history", id, "0"},
            {"customs:draws", id, ""},
            {"customs:holds", id},
            {"authority:list", "ChamberMSP"},
            {"authority:proposals", "ChamberMSP"},
            {"document:find", "open", SampleNetwork.OPEN.hex()},
            {"document:verify", "{\"document\":\"" + id + "\"}"},
            {"authority:read", "ChamberMSP", "861"},
            {"network:members"}
        }) {
            SampleNetwork.Transaction made = network.run(
                    nobody, call[0], List.of(call).subList(1, call.length).toArray(String[]::new));
            made.answer();
            assertEquals(0, made.stub().writes.size() + made.stub().policies.size(), call[0]);
        }
    }

    private static void refusesChanges(SampleNetwork network, Identity caller, String says) {
        network.refuses(ErrorCode.NOT_AUTHORISED, says, caller, "document:anchor", LIST);
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                says,
                caller,
                "document:revoke",
                SampleNetwork.DOCUMENT.hex(),
                "1",
                "unspecified");
    }
}
