package uz.muhr.client.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.protobuf.StatusProto;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.hyperledger.fabric.protos.gateway.CommitStatusResponse;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Proposed;
import uz.muhr.client.ToldNetwork;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.RevocationReason;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What the chamber does with a document of a moment ago, which peers of other organisations may not have yet. */
class AgreementTest {
    private static final DocumentId DOCUMENT = new DocumentId("ab".repeat(32));
    private static final String UNKNOWN = "chaincode response 500, UNKNOWN_DOCUMENT: There is no such document.";
    private static final String MISMATCH = "ProposalResponsePayloads do not match";

    private final Endorsements endorsements = new Endorsements();
    private ToldNetwork network;
    private Ledger chamber;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        network = ToldNetwork.of(folder, endorsements);
        chamber = network.ledger("chamber");
    }

    @AfterEach
    void end() {
        chamber.close();
        network.close();
    }

    private Endorsed revoked() {
        return chamber.proposeRevoke(DOCUMENT, 1, RevocationReason.UNSPECIFIED);
    }

    @Test
    void whatTheOwnPeerTakesAndOthersRefuseIsProposedAgainUntilTheyHaveCaughtUp() {
        endorsements.fail(said("CustomsMSP", UNKNOWN), said("CarrierMSP", UNKNOWN));
        endorsements.fail(said("CarrierMSP", UNKNOWN));
        assertEquals("endorsed", revoked().answer());
        assertEquals(3, endorsements.asked());
    }

    @Test
    void soIsWhatThePeersHaveReadAtDifferentBlocks() {
        endorsements.fail(said("CustomsMSP", MISMATCH));
        endorsements.fail(said("CustomsMSP", UNKNOWN), said("CarrierMSP", MISMATCH));
        assertEquals("endorsed", revoked().answer());
        assertEquals(3, endorsements.asked());
    }

    @Test
    void theOwnPeersRefusalIsFinalAtOnce() {
        endorsements.fail(said("ChamberMSP", UNKNOWN));
        assertEquals(
                ErrorCode.UNKNOWN_DOCUMENT,
                assertThrows(Refusal.class, this::revoked).code());
        assertEquals(1, endorsements.asked());
    }

    @Test
    void itIsFinalAmongThoseOfOthersToo() {
        endorsements.fail(said("CustomsMSP", UNKNOWN), said("ChamberMSP", UNKNOWN));
        assertThrows(Refusal.class, this::revoked);
        assertEquals(1, endorsements.asked());
    }

    @Test
    void aFailureThatIsNoAnswerIsNotAskedForAgain() {
        endorsements.fail(said("CustomsMSP", "error in simulation: failed to execute transaction"));
        assertThrows(LedgerUnavailableException.class, this::revoked);
        assertEquals(1, endorsements.asked());
    }

    @Test
    void whatOthersGoOnRefusingIsRefusedInTheEnd() {
        endorsements.failAlways(said("CustomsMSP", UNKNOWN));
        assertEquals(
                ErrorCode.UNKNOWN_DOCUMENT,
                assertThrows(Refusal.class, this::revoked).code());
        assertTrue(endorsements.asked() > 3, "they had time");
    }

    @Test
    void peersThatNeverAgreeAreNoAnswer() {
        endorsements.failAlways(said("CustomsMSP", MISMATCH));
        LedgerUnavailableException failure = assertThrows(LedgerUnavailableException.class, this::revoked);
        assertEquals(
                "The peers of several organisations do not give one answer. Nothing was changed.", failure.sentence());
        assertTrue(endorsements.asked() > 3, "they had time");
    }

    private static ErrorDetail said(String mspId, String message) {
        return ErrorDetail.newBuilder().setMspId(mspId).setMessage(message).build();
    }

    /** Failures first, and then endorsements. */
    private static final class Endorsements implements ToldNetwork.Story {
        private final Deque<StatusRuntimeException> failures = new ArrayDeque<>();
        private final AtomicInteger asked = new AtomicInteger();
        private Optional<StatusRuntimeException> always = Optional.empty();

        private void fail(ErrorDetail... details) {
            failures.add(failure(details));
        }

        private void failAlways(ErrorDetail... details) {
            always = Optional.of(failure(details));
        }

        private static StatusRuntimeException failure(ErrorDetail... details) {
            return StatusProto.toStatusRuntimeException(Status.newBuilder()
                    .setCode(Code.ABORTED_VALUE)
                    .setMessage("failed to collect enough transaction endorsements, see attached details for more info")
                    .addAllDetails(Arrays.stream(details).map(Any::pack).toList())
                    .build());
        }

        private int asked() {
            return asked.get();
        }

        @Override
        public String endorse(Proposed proposed) {
            asked.incrementAndGet();
            Optional<StatusRuntimeException> failure = always.or(() -> Optional.ofNullable(failures.poll()));
            if (failure.isPresent()) {
                throw failure.get();
            }
            return "endorsed";
        }

        @Override
        public String answer(Proposed proposed) {
            throw new AssertionError(proposed.function());
        }

        @Override
        public void order(TransactionId transaction) {
            throw new AssertionError(transaction.hex());
        }

        @Override
        public CommitStatusResponse outcome(TransactionId transaction) {
            throw new AssertionError(transaction.hex());
        }
    }
}
