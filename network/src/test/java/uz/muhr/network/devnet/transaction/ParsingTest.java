package uz.muhr.network.devnet.transaction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import java.util.Random;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.SignedProposal;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uz.muhr.network.devnet.fixture.Identities;
import uz.muhr.network.devnet.fixture.Made;

@ExtendWith(Identities.class)
final class ParsingTest {
    private static final int ROUNDS = 20_000;

    private final Made made;

    ParsingTest(Identities.Home home) {
        made = new Made(home);
    }

    @Test
    void aProposalsPartsAreRead() throws Exception {
        Proposal proposal = made.proposal("put", "key", "value");
        assertEquals("documents", proposal.channel());
        assertEquals("cc", proposal.chaincode());
        assertEquals(3, proposal.input().getArgsCount());
        assertFalse(proposal.hasTransientData());
        assertEquals(TransactionIds.of(proposal.signatureHeader()), proposal.transactionId());
    }

    @Test
    void transientDataIsNotInThePublicPayloadNorInTheHash() throws Exception {
        Proposal without = made.proposal("put", "key", "value");
        Proposal with = made.withTransient(without, "salt", "secret");
        assertTrue(with.hasTransientData());
        assertEquals(without.publicPayload(), with.publicPayload());
        assertEquals(without.hash(), with.hash());
        assertTrue(ChaincodeProposalPayload.parseFrom(with.publicPayload())
                .getTransientMapMap()
                .isEmpty());
    }

    @Test
    void aTransactionsPartsAreRead() throws Exception {
        SignedEnvelope envelope = SignedEnvelope.read(made.transaction().envelope());
        EndorsedTransaction transaction = envelope.transaction();
        assertEquals("cc", transaction.chaincode());
        assertEquals(3, transaction.endorsements().size());
    }

    @Test
    void anEnvelopeWithoutAPayloadHasTheCodeForThat() {
        InvalidTransactionException refused = assertThrows(
                InvalidTransactionException.class, () -> SignedEnvelope.read(Envelope.getDefaultInstance()));
        assertEquals(TxValidationCode.NIL_ENVELOPE, refused.code());
    }

    @Test
    void aDamagedProposalIsRefusedWithASentenceOrIsAnotherProposal() throws Exception {
        byte[] good = made.proposal("put", "key", "value").signed().toByteArray();
        Random random = new Random(1001);
        for (int i = 0; i < ROUNDS; i++) {
            try {
                Proposal.read(SignedProposal.parseFrom(damaged(good, random)));
            } catch (MalformedProposalException refused) {
                assertFalse(String.valueOf(refused.getMessage()).isEmpty(), "seed 1001, round " + i);
            } catch (InvalidProtocolBufferException notEvenThat) {
                assertFalse(String.valueOf(notEvenThat.getMessage()).isEmpty());
            }
        }
    }

    @Test
    void aDamagedEnvelopeGetsACodeOrIsAnotherTransaction() throws Exception {
        byte[] good = made.transaction().envelope().toByteArray();
        Random random = new Random(1002);
        for (int i = 0; i < ROUNDS; i++) {
            try {
                SignedEnvelope.read(Envelope.parseFrom(damaged(good, random))).transaction();
            } catch (InvalidTransactionException refused) {
                assertNotEquals(TxValidationCode.VALID, refused.code(), "seed 1002, round " + i);
            } catch (InvalidProtocolBufferException notEvenThat) {
                assertFalse(String.valueOf(notEvenThat.getMessage()).isEmpty());
            }
        }
    }

    private static ByteString damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        for (int i = 0; i <= random.nextInt(4); i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return ByteString.copyFrom(bytes)
                .substring(0, random.nextInt(4) == 0 ? random.nextInt(bytes.length) : bytes.length);
    }
}
