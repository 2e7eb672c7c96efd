package uz.muhr.network.conformance;

import static io.grpc.Status.Code.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.network.conformance.fixture.Failures.assertFails;

import com.google.protobuf.ByteString;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmittedTransaction;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockchainInfo;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ProcessedTransaction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.OrderedTransaction;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** Fabric's own contract qscc, by which the ledger itself is asked. */
@Conformance
final class QueriesIT {
    private static final String NONE = "0".repeat(64);

    private final TestedNetwork network;
    private final Client client;
    private final String channel;
    private final Contract queries;
    private final String key = "query-" + UUID.randomUUID();

    QueriesIT(TestedNetwork network) {
        this.network = network;
        this.client = network.client("QuarantineMSP", "issuer");
        this.channel = network.topology().channel();
        this.queries = client.network().getContract("qscc");
    }

    @Test
    void theChainsHeightAndNewestHashesAreTold() throws Exception {
        client.submit("put", key, "x");
        BlockchainInfo info = BlockchainInfo.parseFrom(queries.evaluateTransaction("GetChainInfo", channel));
        assertEquals(client.block(info.getHeight() - 1).headerHash(), info.getCurrentBlockHash());
        assertEquals(client.block(info.getHeight() - 2).headerHash(), info.getPreviousBlockHash());
    }

    @Test
    void aBlockIsFoundByATransactionInIt() throws Exception {
        SubmittedTransaction submitted = client.order(client.endorse("put", key, "x"));
        byte[] found = queries.evaluateTransaction("GetBlockByTxID", channel, submitted.getTransactionId());
        assertEquals(client.block(submitted.getStatus().getBlockNumber()).block(), Block.parseFrom(found));
    }

    @Test
    void aTransactionIsFoundWithItsCode() throws Exception {
        SubmittedTransaction valid = client.order(client.endorse("put", key, "x"));
        SubmittedTransaction invalid =
                client.order(client.endorseBy(network.organisations().subList(0, 1), "put", key, "y"));
        ProcessedTransaction first = transaction(valid);
        assertEquals(TxValidationCode.VALID_VALUE, first.getValidationCode());
        assertTrue(client.block(valid.getStatus().getBlockNumber())
                .block()
                .getData()
                .getDataList()
                .contains(first.getTransactionEnvelope().toByteString()));
        assertEquals(
                TxValidationCode.ENDORSEMENT_POLICY_FAILURE_VALUE,
                transaction(invalid).getValidationCode());
    }

    private ProcessedTransaction transaction(SubmittedTransaction submitted) throws Exception {
        return ProcessedTransaction.parseFrom(
                queries.evaluateTransaction("GetTransactionByID", channel, submitted.getTransactionId()));
    }

    private Transaction endorsedByAll(SubmittedTransaction asked) throws Exception {
        return queries.newProposal("GetTransactionByID")
                .addArguments(channel, asked.getTransactionId())
                .setEndorsingOrganizations(network.organisations().toArray(String[]::new))
                .build()
                .endorse();
    }

    @Test
    void everyOrganisationsPeerEndorsesAnAnswer() throws Exception {
        Transaction endorsed = endorsedByAll(client.order(client.endorse("put", key, "x")));
        OrderedTransaction transaction = OrderedTransaction.of(
                PreparedTransaction.parseFrom(endorsed.getBytes()).getEnvelope());
        Set<String> all = new TreeSet<>(network.organisations());
        assertEquals(all, transaction.endorsers());
        assertEquals("qscc", transaction.action().getChaincodeId().getName());
        assertEquals(ByteString.EMPTY, transaction.action().getResults());
        assertEquals(
                TxValidationCode.VALID_VALUE,
                ProcessedTransaction.parseFrom(endorsed.getResult()).getValidationCode());
    }

    @Test
    void anEndorsedAnswerIsNoTransactionThatCouldBeOrdered() throws Exception {
        Transaction endorsed = endorsedByAll(client.order(client.endorse("put", key, "x")));
        assertEquals(TxValidationCode.INVALID_CHAINCODE, client.commit(endorsed));
    }

    @Test
    void anUnknownTransactionIsInNoBlock() {
        String detail = "chaincode response 500, Failed to get block for txID " + NONE
                + ", error no such transaction ID [" + NONE + "] in index";
        assertFails(
                () -> queries.evaluateTransaction("GetBlockByTxID", channel, NONE),
                UNKNOWN,
                "evaluate call to endorser returned error: " + detail,
                detail);
    }

    @ParameterizedTest
    @CsvSource({
        "GetBlockByNumber, documents, -1",
        "GetBlockByNumber, documents, 999999999",
        "GetBlockByNumber, nosuch, 1",
        "GetBlockByNumber, documents,",
        "GetBlockByHash, documents, x",
        "Frobnicate, documents, x"
    })
    void aQueryThatCannotBeAnsweredIsRefused(String function, String of, String argument) {
        String[] arguments = argument == null ? new String[] {of} : new String[] {of, argument};
        GatewayException refused =
                assertThrows(GatewayException.class, () -> queries.evaluateTransaction(function, arguments));
        assertTrue(refused.getStatus().getCode() == UNKNOWN, () -> refused.getStatus() + " " + refused.getDetails());
    }
}
