package uz.muhr.network.conformance;

import static io.grpc.Status.Code.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import java.util.List;
import java.util.stream.Collectors;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Documents;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.topology.Organisation;

/** The ledger's first records, which the network wrote when it came up. */
@Conformance
final class EstablishmentIT {
    private final TestedNetwork network;
    private final Client registrar;
    private final List<String> members;

    EstablishmentIT(TestedNetwork network) {
        this.network = network;
        this.registrar = network.client("CustomsMSP", "registrar");
        this.members = network.organisations().stream().sorted().toList();
    }

    private String establishment() {
        return "{\"authorities\":[],\"organisations\":["
                + members.stream().map(each -> "\"" + each + "\"").collect(Collectors.joining(",")) + "]}";
    }

    @Test
    void theMembersAreTheNetworksOrganisationsForWhoeverAsks() throws Exception {
        for (Organisation organisation : network.topology().organisations()) {
            Contract contract = network.client(
                            organisation.mspId(), organisation.users().get(0).name())
                    .muhr("network");
            assertEquals(
                    members,
                    Documents.json(contract.evaluateTransaction("members"))
                            .getAsJsonArray("organisations")
                            .asList()
                            .stream()
                            .map(JsonElement::getAsString)
                            .toList());
        }
    }

    @Test
    void aNetworkIsEstablishedOnce() {
        Documents.assertRefused(
                "ALREADY_ESTABLISHED",
                registrar
                        .muhr("network")
                        .newProposal("establish")
                        .addArguments(establishment())
                        .build());
    }

    @Test
    void onlyARegistrarEstablishes() {
        Documents.assertRefused(
                "NOT_AUTHORISED",
                network.client("CustomsMSP", "officer")
                        .muhr("network")
                        .newProposal("establish")
                        .addArguments(establishment())
                        .build());
    }

    @Test
    void everyOrganisationHasAuthorityOverTheTypesItIssues() throws Exception {
        for (Organisation organisation : network.topology().organisations()) {
            for (String type : organisation.issues()) {
                byte[] record = registrar.muhr("authority").evaluateTransaction("read", organisation.mspId(), type);
                assertEquals(type, Documents.json(record).get("type").getAsString());
            }
        }
    }

    @Test
    void nobodyHasAuthorityOverTheOthersTypes() {
        Documents.assertRefused(
                "NOT_AUTHORISED",
                registrar
                        .muhr("authority")
                        .newProposal("read")
                        .addArguments("CarrierMSP", "861")
                        .build());
    }

    @Test
    void aFunctionThatAContractLacksIsRefusedByIt() {
        for (String contract : List.of("network", "authority", "document")) {
            Documents.assertRefused(
                    "UNKNOWN_FUNCTION",
                    registrar.muhr(contract).newProposal("frobnicate").build());
        }
    }

    @Test
    void aContractThatTheChaincodeLacksIsTheShimsOwnError() {
        GatewayException refused = assertThrows(
                GatewayException.class, () -> registrar.muhr("nosuch").evaluateTransaction("read"));
        assertEquals(UNKNOWN, refused.getStatus().getCode());
        assertTrue(String.valueOf(refused.getStatus().getDescription())
                .startsWith("evaluate call to endorser returned error: chaincode response 500, "));
    }
}
