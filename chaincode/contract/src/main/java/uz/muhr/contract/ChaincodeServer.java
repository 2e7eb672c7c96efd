package uz.muhr.contract;

import java.io.IOException;
import java.net.URISyntaxException;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/**
 * Serves the contracts to one peer, which dials in. {@code CHAINCODE_SERVER_ADDRESS} says where to listen,
 * {@code CORE_CHAINCODE_ID_NAME} what to register as. With {@code CORE_PEER_TLS_ENABLED=true} it takes mutual TLS only:
 * see {@link ServerTls}. {@code MUHR_BATCHED_STATE}: see {@link BatchSetting}.
 */
public final class ChaincodeServer {
    private ChaincodeServer() {}

    /** Runs until the process is ended. */
    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        NarrowScan.apply();
        ContractRouter router = new ContractRouter(args);
        QuietLogs.apply();
        ChaincodeServerProperties properties = router.getChaincodeServerConfig();
        ServerTls.apply(properties, System.getenv());
        ServedContracts served = new ServedContracts(router, BatchSetting.of(System.getenv()), args);
        router.startRouterWithChaincodeServer(new NettyChaincodeServer(served, properties));
    }
}
