package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.MVCC_READ_CONFLICT;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.client.Proposal;
import org.hyperledger.fabric.client.Status;
import org.hyperledger.fabric.client.Transaction;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Documents;
import uz.muhr.network.conformance.fixture.Paper;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.conformance.fixture.Together;

/** One issuer who wants the same thing twice at the same time. */
@Conformance
final class DocumentRaceIT {
    private final Client client;
    private final Documents chamber;

    DocumentRaceIT(TestedNetwork network) {
        this.client = network.client("ChamberMSP", "issuer");
        this.chamber = new Documents(client);
    }

    private Transaction anchor(Paper paper) throws Exception {
        return chamber.endorse("anchor", Paper.list(paper));
    }

    @Test
    void ofTwoWhoAnchorOneNumberTheLaterConflicts() throws Exception {
        Paper first = Paper.fresh();
        Paper second = first.withContent(Paper.hash());
        Transaction won = anchor(first);
        Transaction lost = anchor(second);
        assertEquals(VALID, client.commit(won));
        assertEquals(MVCC_READ_CONFLICT, client.commit(lost));
        assertEquals("VALID", chamber.verdict(first.question()));
        assertEquals("UNKNOWN", chamber.verdict(second.question()));
    }

    /** The first one sets the key's policy, and a key whose policy was set is not written again in that block. */
    @Test
    void ofTwoWhoAnchorOneNumberInOneBlockTheLaterFailsItsPolicy() throws Exception {
        List<Paper> tried = new ArrayList<>();
        List<Status> statuses = Together.inOneBlock(client, () -> {
            tried.add(Paper.fresh());
            Paper paper = tried.get(tried.size() - 1);
            return List.of(anchor(paper), anchor(paper.withContent(Paper.hash())));
        });
        assertEquals(
                List.of(VALID, ENDORSEMENT_POLICY_FAILURE),
                statuses.stream().map(Status::getCode).toList());
        assertEquals("VALID", chamber.verdict(tried.get(tried.size() - 1).question()));
    }

    @Test
    void ofTwoWhoRevokeOneVersionTheLaterConflicts() throws Exception {
        String id = chamber.anchored(Paper.fresh());
        Transaction won = chamber.endorse("revoke", id, "1", "keyCompromise");
        Transaction lost = chamber.endorse("revoke", id, "1", "unspecified");
        assertEquals(VALID, client.commit(won));
        assertEquals(MVCC_READ_CONFLICT, client.commit(lost));
        assertEquals("keyCompromise", chamber.evaluate("read", id).get("reason").getAsString());
    }

    @Test
    void ofTwoWhoRevokeOneVersionInOneBlockTheLaterConflicts() throws Exception {
        List<Status> statuses = Together.inOneBlock(client, () -> {
            String id = chamber.anchored(Paper.fresh());
            return List.of(
                    chamber.endorse("revoke", id, "1", "keyCompromise"),
                    chamber.endorse("revoke", id, "1", "unspecified"));
        });
        assertEquals(
                List.of(VALID, MVCC_READ_CONFLICT),
                statuses.stream().map(Status::getCode).toList());
    }

    /** As one transaction that is run twice: the end of the first run must not be taken for the second's. */
    @Test
    void aProposalIsEndorsedInTheMomentItHasBeenEvaluated() throws Exception {
        for (int i = 0; i < 50; i++) {
            Proposal proposal = chamber.proposal("anchor", Paper.list(Paper.fresh()));
            assertArrayEquals(proposal.evaluate(), proposal.endorse().getResult());
        }
    }
}
