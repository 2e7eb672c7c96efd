package uz.muhr.contract;

import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.Optional;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.hyperledger.fabric.shim.Chaincode;
import org.hyperledger.fabric.shim.ChaincodeBase;
import org.hyperledger.fabric.shim.ChaincodeStub;

/**
 * The contracts' router as a peer is served with it, on a stream that also carries batches of keys and tells runs of one
 * transaction apart. The shim hands out one object for each run, its stub; here it gets the words for batches besides, and
 * says the transaction's id and not the run's.
 */
final class ServedContracts extends ChaincodeBase {
    private final Chaincode router;
    private final BatchSetting setting;
    private volatile Optional<PeerStream> stream = Optional.empty();

    /**
     * Serves a router.
     *
     * @param options the router's own
     */
    ServedContracts(Chaincode router, BatchSetting setting, String... options) {
        this.router = router;
        this.setting = setting;
        processEnvironmentOptions();
        processCommandLineOptions(options);
        // The shim reads its configuration file here and nowhere else, and opens no stream without it.
        getChaincodeConfig();
    }

    @Override
    protected StreamObserver<ChaincodeMessage> connectToPeer(StreamObserver<ChaincodeMessage> peer) throws IOException {
        PeerStream opened = PeerStream.<IOException>between(peer, super::connectToPeer);
        stream = Optional.of(opened);
        return opened;
    }

    @Override
    public Response init(ChaincodeStub stub) {
        return router.init(stub);
    }

    @Override
    public Response invoke(ChaincodeStub stub) {
        return router.invoke(stream.map(opened -> served(stub, opened)).orElse(stub));
    }

    private ChaincodeStub served(ChaincodeStub stub, PeerStream opened) {
        PeerStream.Run run = new PeerStream.Run(opened, stub.getChannelId(), stub.getTxId());
        ManyKeys batches = new BatchedMessages(run, setting.of(opened.announced()), new SingleMessages(stub));
        return (ChaincodeStub) Proxy.newProxyInstance(
                ServedContracts.class.getClassLoader(),
                new Class<?>[] {ChaincodeStub.class, ManyKeys.class},
                (proxy, method, arguments) -> {
                    if (method.getName().equals("getTxId")) {
                        return run.transaction();
                    }
                    try {
                        return method.invoke(method.getDeclaringClass() == ManyKeys.class ? batches : stub, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    }
                });
    }
}
