package uz.muhr.network.conformance;

import static org.hyperledger.fabric.protos.peer.TxValidationCode.ENDORSEMENT_POLICY_FAILURE;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.INVALID_ENDORSER_TRANSACTION;
import static org.hyperledger.fabric.protos.peer.TxValidationCode.VALID;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hyperledger.fabric.client.Transaction;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.gateway.PreparedTransaction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import uz.muhr.network.conformance.fixture.Client;
import uz.muhr.network.conformance.fixture.Conformance;
import uz.muhr.network.conformance.fixture.Forgery;
import uz.muhr.network.conformance.fixture.TestedNetwork;

/** A client that changes what was endorsed before it signs and sends it. */
@Conformance
final class TamperingIT {
    private final TestedNetwork network;
    private final Client client;
    private final String key = "tampered-" + UUID.randomUUID();

    TamperingIT(TestedNetwork network) {
        this.network = network;
        this.client = network.client("CustomsMSP", "officer");
    }

    private TxValidationCode commit(UnaryOperator<ChaincodeActionPayload> change) throws Exception {
        PreparedTransaction prepared =
                PreparedTransaction.parseFrom(client.endorse("put", key, "x").getBytes());
        Payload payload = Payload.parseFrom(prepared.getEnvelope().getPayload());
        var transaction = org.hyperledger.fabric.protos.peer.Transaction.parseFrom(payload.getData());
        var action = transaction.getActions(0);
        ChaincodeActionPayload changed = change.apply(ChaincodeActionPayload.parseFrom(action.getPayload()));
        Payload sent = payload.toBuilder()
                .setData(transaction.toBuilder()
                        .setActions(0, action.toBuilder().setPayload(changed.toByteString()))
                        .build()
                        .toByteString())
                .build();
        Transaction tampered = client.gateway()
                .newTransaction(prepared.toBuilder()
                        .setEnvelope(prepared.getEnvelope().toBuilder()
                                .clearSignature()
                                .setPayload(sent.toByteString()))
                        .build()
                        .toByteArray());
        return client.commit(tampered);
    }

    private static ChaincodeActionPayload endorsed(
            ChaincodeActionPayload payload, UnaryOperator<ChaincodeEndorsedAction> change) {
        return payload.toBuilder().setAction(change.apply(payload.getAction())).build();
    }

    private void assertNothingWritten() throws Exception {
        assertEquals("", client.evaluate("get", key));
    }

    @Test
    void aTransactionAsItWasEndorsedIsValid() throws Exception {
        assertEquals(VALID, commit(same -> same));
        assertEquals("x", client.evaluate("get", key));
    }

    @Test
    void withoutOneOfItsEndorsementsItFailsItsPolicy() throws Exception {
        assertEquals(
                ENDORSEMENT_POLICY_FAILURE,
                commit(payload -> endorsed(
                        payload,
                        action -> action.toBuilder().removeEndorsements(1).build())));
        assertNothingWritten();
    }

    @Test
    void oneEndorsementTwiceCountsOnce() throws Exception {
        assertEquals(
                ENDORSEMENT_POLICY_FAILURE,
                commit(payload -> endorsed(payload, action -> action.toBuilder()
                        .setEndorsements(1, action.getEndorsements(0))
                        .build())));
        assertNothingWritten();
    }

    @Test
    void anEndorsementWithAnotherSignatureDoesNotCount() throws Exception {
        assertEquals(
                ENDORSEMENT_POLICY_FAILURE,
                commit(payload -> endorsed(payload, action -> {
                    Endorsement other = action.getEndorsements(0).toBuilder()
                            .setSignature(action.getEndorsements(1).getSignature())
                            .build();
                    return action.toBuilder().setEndorsements(0, other).build();
                })));
        assertNothingWritten();
    }

    @Test
    void anotherAnswerThanTheEndorsedOneFailsItsPolicy() throws Exception {
        assertEquals(
                ENDORSEMENT_POLICY_FAILURE,
                commit(payload -> endorsed(payload, action -> {
                    ByteString response = otherExtension(action.getProposalResponsePayload());
                    return action.toBuilder()
                            .setProposalResponsePayload(response)
                            .build();
                })));
        assertNothingWritten();
    }

    private ByteString otherExtension(ByteString responsePayload) {
        try {
            ProposalResponsePayload response = ProposalResponsePayload.parseFrom(responsePayload);
            var action = org.hyperledger.fabric.protos.peer.ChaincodeAction.parseFrom(response.getExtension());
            return response.toBuilder()
                    .setExtension(action.toBuilder()
                            .setResponse(action.getResponse().toBuilder().setMessage("changed"))
                            .build()
                            .toByteString())
                    .build()
                    .toByteString();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void otherArgumentsThanTheEndorsedOnesMakeItNoTransaction() throws Exception {
        ByteString other = ChaincodeActionPayload.parseFrom(org.hyperledger.fabric.protos.peer.Transaction.parseFrom(
                                Payload.parseFrom(PreparedTransaction.parseFrom(client.endorse("put", key, "y")
                                                        .getBytes())
                                                .getEnvelope()
                                                .getPayload())
                                        .getData())
                        .getActions(0)
                        .getPayload())
                .getChaincodeProposalPayload();
        assertEquals(INVALID_ENDORSER_TRANSACTION, commit(payload -> payload.toBuilder()
                .setChaincodeProposalPayload(other)
                .build()));
        assertNothingWritten();
    }

    @Test
    void whatOneGatewayCollectedAnotherMaySend() throws Exception {
        Forgery officer = Forgery.of(network.home(), network.topology().organisation("CustomsMSP"), "officer");
        try (Client abroad = Client.of(network, "CarrierMSP", officer.identity("CustomsMSP"), officer.key())) {
            Transaction endorsed = client.endorse("put", key, "x");
            assertEquals(VALID, abroad.commit(abroad.gateway().newTransaction(endorsed.getBytes())));
        }
        assertEquals("x", client.evaluate("get", key));
    }
}
