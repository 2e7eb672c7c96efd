package uz.muhr.network.conformance;

import static io.grpc.Status.Code.ABORTED;
import static io.grpc.Status.Code.DEADLINE_EXCEEDED;
import static io.grpc.Status.Code.FAILED_PRECONDITION;
import static io.grpc.Status.Code.INVALID_ARGUMENT;
import static io.grpc.Status.Code.PERMISSION_DENIED;
import static io.grpc.Status.Code.UNAVAILABLE;
import static io.grpc.Status.Code.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.network.conformance.fixture.Failures.assertFails;

import com.google.protobuf.ByteString;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.client.CommitException;
import org.hyperledger.fabric.client.Contract;
import org.hyperledger.fabric.client.EndorseException;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.client.SubmitException;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.gateway.CommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.gateway.SignedCommitStatusRequest;
import org.hyperledger.fabric.protos.gateway.SubmitRequest;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.TestedNetwork;
import uz.muhr.network.topology.Organisation;

/** The codes and sentences are those Fabric 3.1.5 gave for the same requests. */
@Conformance
final class GatewayErrorsIT {
    private static final String ENDORSE = "failed to endorse transaction, see attached details for more info";
    private static final String COLLECT =
            "failed to collect enough transaction endorsements, see attached details for more info";
    private static final String EVALUATE = "evaluate call to endorser returned error: ";

    private final TestedNetwork network;
    private final Client client;
    private final String key = "error-" + UUID.randomUUID();
    private final List<String> all;

    GatewayErrorsIT(TestedNetwork network) {
        this.network = network;
        client = network.client("CustomsMSP", "officer");
        all = network.topology().organisations().stream()
                .map(Organisation::mspId)
                .toList();
    }

    @Test
    void anErrorOfTheChaincodeIsUnknownOnEvaluateAndAbortedOnEndorse() throws Exception {
        client.submit("create", key, "x");
        String detail = "chaincode response 500, exists";
        assertFails(() -> client.evaluate("create", key, "x"), UNKNOWN, EVALUATE + detail, detail);
        assertFails(() -> client.endorse("create", key, "x"), ABORTED, ENDORSE, detail);
        assertFails(() -> client.endorseBy(all, "create", key, "x"), ABORTED, COLLECT, detail, detail, detail, detail);
    }

    @Test
    void aDetailNamesThePeerThatFailed() {
        EndorseException failure = assertThrows(EndorseException.class, () -> client.endorse("frobnicate"));
        var detail = failure.getDetails().get(0);
        assertEquals("CustomsMSP", detail.getMspId());
        assertEquals(
                "127.0.0.1:"
                        + network.topology().organisation("CustomsMSP").ports().peer(),
                detail.getAddress());
    }

    @Test
    void anUnknownFunctionIsTheChaincodesOwnAnswer() {
        String detail = "chaincode response 500, Undefined contract method called";
        assertFails(() -> client.evaluate("frobnicate"), UNKNOWN, EVALUATE + detail, detail);
        assertFails(() -> client.endorse("frobnicate"), ABORTED, ENDORSE, detail);
    }

    @Test
    void anUnknownChaincodeHasNoPeers() {
        Contract unknown = client.network().getContract("nosuch");
        String channel = network.topology().channel();
        assertFails(
                () -> unknown.evaluateTransaction("get", key),
                FAILED_PRECONDITION,
                "no peers available to evaluate chaincode nosuch in channel " + channel);
        assertFails(
                () -> unknown.newProposal("get").build().endorse(),
                FAILED_PRECONDITION,
                "no combination of peers can be derived which satisfy the endorsement policy: No metadata was found for"
                        + " chaincode nosuch in channel " + channel);
        assertFails(
                () -> unknown.newProposal("get")
                        .setEndorsingOrganizations("CustomsMSP")
                        .build()
                        .endorse(),
                UNAVAILABLE,
                "failed to find any endorsing peers for org(s): CustomsMSP");
    }

    @Test
    void anUnknownChannelIsUnavailableOnEvaluateAndDeniedToReaders() throws Exception {
        var nowhere = client.gateway().getNetwork("nosuch");
        Contract contract = nowhere.getContract(network.topology().chaincode());
        assertFails(
                () -> contract.evaluateTransaction("get", key),
                UNAVAILABLE,
                "failed to get config for channel [nosuch]: could not get last config for channel nosuch");
        assertFails(
                () -> contract.newProposal("get").build().endorse(),
                FAILED_PRECONDITION,
                "no combination of peers can be derived which satisfy the endorsement policy: No metadata was found for"
                        + " chaincode " + network.topology().chaincode() + " in channel nosuch");
        try (var events = nowhere.getChaincodeEvents("any")) {
            StatusRuntimeException denied = assertThrows(
                            org.hyperledger.fabric.client.GatewayRuntimeException.class, events::hasNext)
                    .getStatus()
                    .asRuntimeException();
            assertEquals(PERMISSION_DENIED, denied.getStatus().getCode());
        }
    }

    @Test
    void anUnknownOrganisationBesideAKnownOneFailsToEndorseAndEvaluatesAllTheSame() throws Exception {
        assertFails(
                () -> client.endorseBy(List.of("CustomsMSP", "NosuchMSP"), "get", key),
                UNAVAILABLE,
                "failed to find any endorsing peers for org(s): NosuchMSP");
        byte[] answer = client.contract()
                .newProposal("get")
                .addArguments(key)
                .setEndorsingOrganizations("NosuchMSP", "ChamberMSP")
                .build()
                .evaluate();
        assertEquals("", Client.text(answer));
    }

    @Test
    void aTransactionTooFewEndorsedFailsItsPolicy() throws Exception {
        Transaction alone = client.endorseBy(List.of("CustomsMSP", "ChamberMSP"), "put", key, "x");
        CommitException failure = assertThrows(CommitException.class, alone::submit);
        assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, failure.getCode());
        assertEquals(10, failure.getCode().getNumber());
    }

    @Test
    void aReadThatIsOrderedNeedsTheChaincodesPolicyToo() throws Exception {
        Transaction alone = client.endorseBy(List.of("CustomsMSP"), "get", key);
        assertEquals(TxValidationCode.ENDORSEMENT_POLICY_FAILURE, client.commit(alone));
    }

    @Test
    void theSameEnvelopeAgainWasProcessedAlready() throws Exception {
        Transaction transaction = client.endorse("put", key, "x");
        client.commit(transaction);
        SubmitException failure = assertThrows(SubmitException.class, transaction::submitAsync);
        String detail = "received unsuccessful response from orderer: status=SERVICE_UNAVAILABLE, info=failed to submit"
                + " request: request already ";
        // For a moment after a block was delivered, an orderer of real Fabric still holds its requests.
        Set<String> details = Set.of(detail + "processed", detail + "exists");
        assertEquals(UNAVAILABLE, failure.getStatus().getCode());
        assertEquals(
                "insufficient number of orderers could successfully process transaction to satisfy quorum requirement",
                failure.getStatus().getDescription());
        assertEquals(2, failure.getDetails().size());
        assertTrue(
                failure.getDetails().stream().allMatch(each -> details.contains(each.getMessage())),
                () -> failure.getDetails().toString());
        assertTrue(
                failure.getDetails().stream().allMatch(each -> each.getMspId().endsWith("OrdererMSP")));
    }

    @Test
    void aProposalOfACommittedTransactionIsADuplicate() throws Exception {
        var proposal =
                client.contract().newProposal("put").addArguments(key, "x").build();
        client.commit(proposal.endorse());
        EndorseException failure = assertThrows(EndorseException.class, proposal::endorse);
        assertEquals(ABORTED, failure.getStatus().getCode());
        String detail = failure.getDetails().get(0).getMessage();
        assertTrue(
                detail.startsWith("duplicate transaction found [" + proposal.getTransactionId() + "]. Creator [0a"),
                detail);
    }

    @Test
    void anUnsignedOrWronglySignedEnvelopeIsNotOrdered() throws Exception {
        Envelope envelope = PreparedTransaction.parseFrom(
                        client.endorse("put", key, "x").getBytes())
                .getEnvelope();
        var stub = GatewayGrpc.newBlockingStub(client.channel()).withDeadlineAfter(20, TimeUnit.SECONDS);
        SubmitRequest unsigned = SubmitRequest.newBuilder()
                .setChannelId(network.topology().channel())
                .setPreparedTransaction(envelope.toBuilder().clearSignature())
                .build();
        StatusRuntimeException refused = assertThrows(StatusRuntimeException.class, () -> stub.submit(unsigned));
        assertEquals(INVALID_ARGUMENT, refused.getStatus().getCode());
        assertEquals("prepared transaction must be signed", refused.getStatus().getDescription());

        SubmitRequest wrong = unsigned.toBuilder()
                .setPreparedTransaction(envelope.toBuilder().setSignature(ByteString.copyFromUtf8("nonsense")))
                .build();
        StatusRuntimeException forbidden = assertThrows(StatusRuntimeException.class, () -> stub.submit(wrong));
        assertEquals(UNAVAILABLE, forbidden.getStatus().getCode());
        assertTrue(new GatewayException(forbidden)
                .getDetails()
                .get(0)
                .getMessage()
                .startsWith("received unsuccessful response from orderer: status=FORBIDDEN, info="));
    }

    @Test
    void theStatusOfAnUnknownTransactionIsWaitedForUntilTheDeadline() throws Exception {
        byte[] request = statusRequest(client.endorse("put", key, "x").getTransactionId());
        var waiting = client.gateway().newCommit(request);
        GatewayException late = assertThrows(
                GatewayException.class,
                () -> waiting.getStatus(options -> options.withDeadlineAfter(300, TimeUnit.MILLISECONDS)));
        assertEquals(DEADLINE_EXCEEDED, late.getStatus().getCode());
    }

    @Test
    void theStatusIsNotToldToWhoCannotSign() throws Exception {
        byte[] request = statusRequest(client.endorse("put", key, "x").getTransactionId());
        var forged = client.gateway().newSignedCommit(request, new byte[] {1});
        GatewayException denied = assertThrows(GatewayException.class, forged::getStatus);
        assertEquals(PERMISSION_DENIED, denied.getStatus().getCode());
    }

    private byte[] statusRequest(String transactionId) throws Exception {
        var sample = SignedCommitStatusRequest.parseFrom(
                client.order(client.endorse("noop")).getBytes());
        return SignedCommitStatusRequest.newBuilder()
                .setRequest(CommitStatusRequest.parseFrom(sample.getRequest()).toBuilder()
                        .setTransactionId(transactionId)
                        .build()
                        .toByteString())
                .build()
                .toByteArray();
    }

    @Test
    void aRequestThatIsNoProposalIsAnInvalidArgument() {
        var stub = GatewayGrpc.newBlockingStub(client.channel()).withDeadlineAfter(20, TimeUnit.SECONDS);
        StatusRuntimeException refused = assertThrows(
                StatusRuntimeException.class,
                () -> stub.endorse(org.hyperledger.fabric.protos.gateway.EndorseRequest.getDefaultInstance()));
        assertEquals(INVALID_ARGUMENT, refused.getStatus().getCode());
        assertEquals(
                "the proposed transaction must contain a signed proposal",
                refused.getStatus().getDescription());
    }
}
