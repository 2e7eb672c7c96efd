package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.refusal.ErrorCode;

final class NetworkContractTest {
    private static final String MEMBERS =
            "{\"format\":1,\"organisations\":[\"CarrierMSP\",\"ChamberMSP\",\"CustomsMSP\",\"QuarantineMSP\"],\"sequence\":1}";

    @Test
    void establishingWritesTheMembersAndEachAuthorityInTheOrderOfTheirKeysAndNothingElse() {
        SampleNetwork network = SampleNetwork.fresh();
        SampleNetwork.Transaction made =
                network.run(SampleNetwork.REGISTRAR, "network:establish", SampleNetwork.ESTABLISHMENT);
        assertEquals(MEMBERS, made.answer());
        assertEquals(
                List.of(
                        WorldState.key("A", "ChamberMSP", "861"),
                        WorldState.key("A", "ChamberMSP", "954"),
                        WorldState.key("A", "CustomsMSP", "929"),
                        WorldState.key("A", "QuarantineMSP", "851"),
                        WorldState.key("O")),
                List.copyOf(made.stub().writes.keySet()));
        assertEquals(0, made.stub().policies.size());
    }

    @Test
    void whatWasEstablishedIsRead() {
        SampleNetwork network = SampleNetwork.established();
        assertEquals(MEMBERS, network.evaluate(SampleNetwork.OFFICER, "network:members"));
        String authority = network.evaluate(SampleNetwork.OFFICER, "authority:read", "ChamberMSP", "861");
        assertEquals(
                "{\"format\":1,\"issuer\":\"ChamberMSP\",\"periods\":[{\"from\":\"2026-01-01T00:00:00Z\"}],"
                        + "\"sequence\":1,\"type\":\"861\"}",
                authority);
        assertEquals(Optional.of(authority), network.ledger.text("A", "ChamberMSP", "861"));
    }

    @Test
    void aNetworkIsEstablishedOnce() {
        SampleNetwork.established()
                .refuses(
                        ErrorCode.ALREADY_ESTABLISHED,
                        "written already",
                        SampleNetwork.REGISTRAR,
                        "network:establish",
                        SampleNetwork.ESTABLISHMENT);
    }

    @Test
    void onlyARegistrarOfAMemberEstablishes() {
        SampleNetwork network = SampleNetwork.fresh();
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "has the role registrar",
                SampleNetwork.OFFICER,
                "network:establish",
                SampleNetwork.ESTABLISHMENT);
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "not among the member organisations",
                Identity.of("StrangerMSP", "registrar"),
                "network:establish",
                SampleNetwork.ESTABLISHMENT);
    }

    @Test
    void aMalformedEstablishmentIsRefused() {
        SampleNetwork network = SampleNetwork.fresh();
        for (String wrong :
                List.of("", "{}", "[]", SampleNetwork.ESTABLISHMENT + " x", "\uFEFF" + SampleNetwork.ESTABLISHMENT)) {
            network.refuses(
                    ErrorCode.MALFORMED_ARGUMENT,
                    "The establishment",
                    SampleNetwork.REGISTRAR,
                    "network:establish",
                    wrong);
        }
    }

    @Test
    void beforeItIsEstablishedALedgerHasNoMembersAndAnchorsNothing() {
        SampleNetwork network = SampleNetwork.fresh();
        network.refuses(
                ErrorCode.NOT_ESTABLISHED, "network:establish comes first", SampleNetwork.OFFICER, "network:members");
        network.refuses(
                ErrorCode.NOT_ESTABLISHED,
                "network:establish comes first",
                SampleNetwork.CHAMBER,
                "document:anchor",
                SampleNetwork.list(SampleNetwork.item(SampleNetwork.ORIGIN, "N1", SampleNetwork.OPEN)));
    }

    @Test
    void anAuthorityThatWasNeverGivenIsRefusedByName() {
        SampleNetwork network = SampleNetwork.established();
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "CustomsMSP has no authority over type 861",
                SampleNetwork.OFFICER,
                "authority:read",
                "CustomsMSP",
                "861");
        network.refuses(
                ErrorCode.MALFORMED_ARGUMENT,
                "UNTDID 1001",
                SampleNetwork.OFFICER,
                "authority:read",
                "CustomsMSP",
                "471");
        network.refuses(
                ErrorCode.MALFORMED_ARGUMENT, "MSP id", SampleNetwork.OFFICER, "authority:read", "Customs MSP", "861");
    }
}
