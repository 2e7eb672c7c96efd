package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import java.util.List;
import java.util.stream.Stream;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import uz.muhr.network.conformance.fixture.Documents;
import uz.muhr.network.conformance.fixture.Paper;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/**
 * Two organisations are admitted to the four, on a network of its own since nobody leaves again: a majority is four of six
 * then, of which the channel has four.
 */
@Tag("conformance")
@TestInstance(Lifecycle.PER_CLASS)
final class JoiningIT {
    private static final List<String> REGISTRARS = List.of("CustomsMSP", "ChamberMSP", "QuarantineMSP");
    private static final List<String> THREE = List.of("ChamberMSP", "CustomsMSP", "QuarantineMSP");
    private static final List<String> ALL = List.of("ChamberMSP", "CustomsMSP", "QuarantineMSP", "CarrierMSP");

    private TestedNetwork network;
    private Documents chamber;
    private String untouched = "";
    private String renewed = "";

    @BeforeAll
    void twoJoin() throws Exception {
        network = TestedNetwork.start();
        chamber = new Documents(network.client("ChamberMSP", "issuer"));
        untouched = chamber.anchored(Paper.fresh());
        renewed = chamber.anchored(Paper.fresh());
        admit("TerminalMSP", 1);
        admit("BankMSP", 2);
        assertEquals(VALID, chamber.client().commit(chamber.endorse("renew", renewed, "1")));
    }

    @AfterAll
    void end() throws Exception {
        network.close();
    }

    @Test
    void theMembersAreListedAndTheirMajorityFollows() throws Exception {
        JsonArray members = Documents.json(
                        network.client("CarrierMSP", "carrier").muhr("network").evaluateTransaction("members"))
                .getAsJsonArray("organisations");
        assertEquals(
                Stream.concat(ALL.stream(), Stream.of("BankMSP", "TerminalMSP"))
                        .sorted()
                        .toList(),
                members.asList().stream().map(each -> each.getAsString()).toList());
    }

    @Test
    void aDocumentAnchoredBeforeKeepsThePolicyOfItsTimeUntilItIsRenewed() throws Exception {
        assertEquals(VALID, revokedBy(THREE, untouched));
    }

    @Test
    void aRenewedDocumentNeedsTheMajorityOfNow() throws Exception {
        assertEquals(ENDORSEMENT_POLICY_FAILURE, revokedBy(THREE, renewed));
        assertEquals(VALID, revokedBy(ALL, renewed));
    }

    @Test
    void aDocumentAnchoredSinceNeedsTheMajorityOfNow() throws Exception {
        String since = chamber.anchored(Paper.fresh());
        assertEquals(ENDORSEMENT_POLICY_FAILURE, revokedBy(THREE, since));
        assertEquals(VALID, revokedBy(ALL, since));
    }

    private TxValidationCode revokedBy(List<String> mspIds, String document) throws Exception {
        return chamber.client().commit(chamber.endorseBy(mspIds, "revoke", document, "1", "unspecified"));
    }

    private void admit(String mspId, int members) throws Exception {
        String proposal = "{\"kind\":\"admit\",\"organisation\":\"" + mspId + "\",\"sequence\":" + members + "}";
        String id = Documents.json(decide(REGISTRARS.get(0), "propose", proposal))
                .get("id")
                .getAsString();
        for (String registrar : REGISTRARS.subList(1, REGISTRARS.size())) {
            decide(registrar, "approve", id);
        }
    }

    private byte[] decide(String mspId, String function, String argument) throws Exception {
        Transaction transaction = network.client(mspId, "registrar")
                .muhr("authority")
                .newProposal(function)
                .addArguments(argument)
                .build()
                .endorse();
        assertEquals(VALID, network.client(mspId, "registrar").commit(transaction));
        return transaction.getResult();
    }
}
