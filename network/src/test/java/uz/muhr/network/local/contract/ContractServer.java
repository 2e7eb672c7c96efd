package uz.muhr.network.local.contract;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.NettyChaincodeServer;

/** Serves {@link NetworkContract}. */
public final class ContractServer {
    /** The variable that says for how many seconds it does not listen yet; 0 when there is none. */
    public static final String LATE = "MUHR_TEST_LATE_SECONDS";

    private ContractServer() {}

    public static void main(String[] args) throws IOException, InterruptedException, URISyntaxException {
        TimeUnit.SECONDS.sleep(Long.parseLong(System.getenv().getOrDefault(LATE, "0")));
        // The router scans every class on this path, twice; what it looks for is in these two jars.
        System.setProperty(
                "java.class.path", jarOf(NetworkContract.class) + File.pathSeparator + jarOf(ContractRouter.class));
        ContractRouter router = new ContractRouter(args);
        router.startRouterWithChaincodeServer(new NettyChaincodeServer(router, router.getChaincodeServerConfig()));
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
