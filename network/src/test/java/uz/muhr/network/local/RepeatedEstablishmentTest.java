package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.grpc.Grpc;
import io.grpc.Server;
import io.grpc.Status;
import io.grpc.TlsServerCredentials;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.hyperledger.fabric.protos.gateway.EndorseRequest;
import org.hyperledger.fabric.protos.gateway.EndorseResponse;
import org.hyperledger.fabric.protos.gateway.GatewayGrpc;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.identity.Enrolment;
import uz.muhr.network.identity.NetworkHome;
import uz.muhr.network.identity.TlsFolder;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;

/** Establishing at a gateway that says what each test wants said. */
final class RepeatedEstablishmentTest {
    private static final Status ALONE = Status.FAILED_PRECONDITION.withDescription(
            "no combination of peers can be derived which satisfy the endorsement policy: required chaincodes are not"
                    + " installed on sufficient peers");

    private final Topology topology = SampleTopology.topology().onFreePorts();
    private final Queue<Status> answers = new ConcurrentLinkedQueue<>();
    private final NetworkHome home;
    private final Server gateway;

    RepeatedEstablishmentTest(@TempDir Path folder) throws IOException {
        home = Enrolment.prepare(topology, folder.resolve("home"), Clock.systemUTC());
        Organisation first = topology.organisations().get(0);
        TlsFolder tls = home.peerTls(first);
        gateway = Grpc.newServerBuilderForPort(
                        first.ports().peer(),
                        TlsServerCredentials.create(
                                tls.certificate().toFile(), tls.privateKey().toFile()))
                .addService(new GatewayGrpc.GatewayImplBase() {
                    @Override
                    public void endorse(EndorseRequest request, StreamObserver<EndorseResponse> client) {
                        client.onError(answers.remove().asRuntimeException());
                    }
                })
                .build()
                .start();
    }

    @AfterEach
    void end() {
        gateway.shutdownNow();
    }

    @Test
    void aGatewayThatHasNotFoundTheOthersIsAskedAgain() {
        answers.add(ALONE);
        answers.add(Status.UNAVAILABLE);
        answers.add(refusal("ALREADY_ESTABLISHED: the network has its members."));
        Establishment.establish(topology, home);
        assertEquals(0, answers.size());
    }

    @Test
    void whatTheContractRefusesIsNotAskedAgain() {
        answers.add(refusal("NOT_AUTHORISED: only a registrar establishes the network."));
        answers.add(refusal("ALREADY_ESTABLISHED: the network has its members."));
        NetworkException refused = assertThrows(NetworkException.class, () -> Establishment.establish(topology, home));
        assertEquals(
                "The network could not be established: NOT_AUTHORISED: only a registrar establishes the network.",
                refused.getMessage());
        assertEquals(1, answers.size());
    }

    private static Status refusal(String answer) {
        return Status.ABORTED.withDescription("chaincode response 500, " + answer);
    }
}
