package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.Any;
import com.google.rpc.Code;
import com.google.rpc.Status;
import io.grpc.protobuf.StatusProto;
import java.util.Optional;
import java.util.Random;
import org.hyperledger.fabric.client.GatewayException;
import org.hyperledger.fabric.protos.gateway.ErrorDetail;
import org.junit.jupiter.api.Test;

final class ChaincodeAnswerTest {
    @Test
    void anEvaluationsAnswerStandsInTheStatus() {
        assertEquals(
                Optional.of("Undefined contract method called"),
                ChaincodeAnswer.of(failure(
                        Code.UNKNOWN,
                        "evaluate call to endorser returned error: chaincode response 500, Undefined contract method"
                                + " called",
                        "")));
    }

    @Test
    void anEndorsementsAnswerStandsInTheDetails() {
        assertEquals(
                Optional.of("ALREADY_ESTABLISHED: once is enough, twice is refused"),
                ChaincodeAnswer.of(failure(
                        Code.ABORTED,
                        "failed to endorse transaction, see attached details for more info",
                        "chaincode response 500, ALREADY_ESTABLISHED: once is enough, twice is refused")));
    }

    @Test
    void aFailureThatIsNotTheChaincodesHasNoAnswer() {
        assertEquals(
                Optional.empty(), ChaincodeAnswer.of(failure(Code.UNAVAILABLE, "io exception", "connection refused")));
    }

    @Test
    void anyTextIsSearchedWithoutFailing() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String whole = "x: chaincode response 500, CODE: a, b";
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text = new StringBuilder(whole);
            text.delete(random.nextInt(text.length()), whole.length());
            text.insert(random.nextInt(text.length() + 1), (char) random.nextInt(0x3000));
            Optional<String> message = ChaincodeAnswer.message(text.toString());
            message.ifPresent(
                    found -> assertEquals(true, text.toString().endsWith(found), "seed " + seed + ": " + text));
        }
    }

    private static GatewayException failure(Code code, String description, String detail) {
        Status status = Status.newBuilder()
                .setCode(code.getNumber())
                .setMessage(description)
                .addDetails(Any.pack(ErrorDetail.newBuilder()
                        .setAddress("peer")
                        .setMspId("CustomsMSP")
                        .setMessage(detail)
                        .build()))
                .build();
        return new GatewayException(StatusProto.toStatusRuntimeException(status));
    }
}
