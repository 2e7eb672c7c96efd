package uz.muhr.network.conformance;

import static io.grpc.Status.Code.ABORTED;
import static io.grpc.Status.Code.FAILED_PRECONDITION;
import static io.grpc.Status.Code.PERMISSION_DENIED;
import static io.grpc.Status.Code.UNAVAILABLE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.network.conformance.fixture.Failures.assertFails;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.GatewayRuntimeException;
import org.hyperledger.fabric.client.Proposal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Forgery;
import uz.muhr.network.conformance.fixture.Shifted;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.topology.Organisation;

/** Who may speak to the network, in the words of Fabric 3.1.5. */
@Conformance
final class IdentityIT {
    private static final Duration DAY = Duration.ofDays(1);
    private static final String ENDORSE = "failed to endorse transaction, see attached details for more info";

    private final TestedNetwork network;
    private final Organisation customs;
    private final String key = "identity-" + UUID.randomUUID();
    private @Nullable Client client;

    IdentityIT(TestedNetwork network) {
        this.network = network;
        this.customs = network.topology().organisation("CustomsMSP");
    }

    @AfterEach
    void closeClient() {
        if (client != null) {
            client.close();
        }
    }

    private Client as(String mspId, Forgery forgery) {
        client = Client.of(network, "CustomsMSP", forgery.identity(mspId), forgery.key());
        return client;
    }

    private String denied(String whom) {
        return "error validating proposal: access denied: channel ["
                + network.topology().channel() + "] creator org " + whom;
    }

    private void assertRefused(Client refused, String detail) {
        assertFails(
                () -> refused.evaluate("get", key),
                FAILED_PRECONDITION,
                "evaluate call to endorser returned error: " + detail,
                detail);
        assertFails(() -> refused.endorse("put", key, "x"), ABORTED, ENDORSE, detail);
    }

    @Test
    void aCertificateOfTheOrganisationsAuthorityIsEnough() throws Exception {
        as("CustomsMSP", Forgery.valid(network.home(), customs)).submit("put", key, "x");
    }

    @Test
    void aSelfSignedCertificateIsNobodys() {
        assertRefused(as("CustomsMSP", Forgery.selfSigned()), denied("unknown, creator is malformed"));
    }

    @Test
    void aCertificateOfAnotherOrganisationIsNotThisOnes() {
        Forgery chamber = Forgery.valid(network.home(), network.topology().organisation("ChamberMSP"));
        assertRefused(as("CustomsMSP", chamber), denied("unknown, creator is malformed"));
    }

    @Test
    void anUnknownOrganisationIsUnknown() {
        Forgery valid = Forgery.valid(network.home(), customs);
        assertRefused(as("NosuchMSP", valid), denied("unknown, creator is malformed"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "office", "client admin"})
    void aCertificateWithoutExactlyOneRoleIsRefused(String units) {
        List<String> all = units.isEmpty() ? List.of() : List.of(units.split(" ", -1));
        assertRefused(as("CustomsMSP", Forgery.valid(network.home(), customs, all)), denied("[CustomsMSP]"));
    }

    @Test
    void aSignatureWithAnotherKeyIsRefusedByTheOrganisationsName() {
        Forgery valid = Forgery.valid(network.home(), customs);
        Forgery mixed = new Forgery(valid.certificate(), Forgery.selfSigned().key());
        assertRefused(as("CustomsMSP", mixed), denied("[CustomsMSP]"));
    }

    private Forgery expired(Instant from) {
        return Forgery.issued(
                network.home(), customs, List.of("client"), from, Instant.now().minusSeconds(60));
    }

    @Test
    void anExpiredCertificateIsRefusedByEveryPeer() {
        Client refused = as("CustomsMSP", expired(Forgery.beginOfAuthority(network.home(), customs)));
        String detail = "proposal client identity expired";
        String remote = "rpc error: code = Unknown desc = " + detail;
        assertFails(
                () -> refused.evaluate("get", key),
                UNAVAILABLE,
                "failed to evaluate transaction, see attached details for more info",
                detail,
                remote,
                remote,
                remote);
        assertFails(() -> refused.endorse("put", key, "x"), ABORTED, ENDORSE, detail);
    }

    @Test
    void thatACertificateHasExpiredIsSaidBeforeWhoseItIs() {
        Instant before = Forgery.beginOfAuthority(network.home(), customs).minus(DAY);
        Client refused = as("NosuchMSP", expired(before));
        assertFails(() -> refused.endorse("put", key, "x"), ABORTED, ENDORSE, "proposal client identity expired");
    }

    @Test
    void aCertificateOlderThanItsAuthorityIsNobodys() {
        Instant before = Forgery.beginOfAuthority(network.home(), customs).minus(DAY);
        Forgery older = Forgery.issued(
                network.home(),
                customs,
                List.of("client"),
                before,
                Instant.now().plus(DAY));
        assertRefused(as("CustomsMSP", older), denied("unknown, creator is malformed"));
    }

    @Test
    void anAdministratorAPeerAndAnOrdererMayCallAsAnyMember() throws Exception {
        for (String unit : List.of("admin", "peer", "orderer")) {
            try (Client member = as("CustomsMSP", Forgery.valid(network.home(), customs, List.of(unit)))) {
                member.submit("put", key, unit);
                assertEquals(unit, member.evaluate("get", key));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {-60, 60})
    void aClientWhoseClockIsAnHourOffIsToldBothTimes(long minutes) throws Exception {
        Client officer = network.client("CustomsMSP", "officer");
        Proposal shifted = Shifted.by(
                Duration.ofMinutes(minutes),
                officer,
                officer.contract().newProposal("put").addArguments(key, "x").build());
        GatewayException evaluated = assertThrows(GatewayException.class, shifted::evaluate);
        assertEquals(UNAVAILABLE, evaluated.getStatus().getCode());
        EndorseException endorsed = assertThrows(EndorseException.class, shifted::endorse);
        assertEquals(ABORTED, endorsed.getStatus().getCode());
        String detail = endorsed.getDetails().get(0).getMessage();
        assertTrue(
                detail.matches("request unauthorized due to incorrect timestamp [-0-9T:]+Z, peer time [-0-9T:]+Z,"
                        + " peer.authentication.timewindow 15m0s"),
                detail);
    }

    @Test
    void aCertificateWhoseTimeHasNotBegunIsAcceptedAsOnFabric() throws Exception {
        Instant now = Instant.now();
        Forgery early = Forgery.issued(
                network.home(), customs, List.of("client"), now.plus(DAY), now.plus(DAY.multipliedBy(2)));
        assertEquals("", as("CustomsMSP", early).evaluate("get", key));
    }

    @Test
    void aStrangerReadsNoEventsAndNoBlocks() throws Exception {
        Client stranger = as("CustomsMSP", Forgery.selfSigned());
        try (var events =
                stranger.network().getChaincodeEvents(network.topology().chaincode())) {
            GatewayRuntimeException refused = assertThrows(GatewayRuntimeException.class, events::hasNext);
            assertEquals(PERMISSION_DENIED, refused.getStatus().getCode());
        }
        try (var blocks =
                stranger.network().newBlockEventsRequest().startBlock(0).build().getEvents()) {
            assertThrows(RuntimeException.class, blocks::next);
        }
    }

    @Test
    void theChaincodeSeesTheCreatorsOrganisationAndAttributes() throws Exception {
        assertEquals("CustomsMSP issuer", network.client("CustomsMSP", "issuer").submit("creator", "muhr.role"));
        assertEquals(
                "CarrierMSP carrier", network.client("CarrierMSP", "carrier").evaluate("creator", "muhr.role"));
    }

    @Test
    void aCertificateWithoutAttributesHasNone() throws Exception {
        assertEquals(
                "CustomsMSP null",
                as("CustomsMSP", Forgery.valid(network.home(), customs)).evaluate("creator", "muhr.role"));
    }
}
