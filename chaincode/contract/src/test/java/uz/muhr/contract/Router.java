package uz.muhr.contract;

import java.io.IOException;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.hyperledger.fabric.contract.ContractRouter;
import org.hyperledger.fabric.shim.Chaincode.Response;
import org.hyperledger.fabric.shim.ChaincodeServer;
import org.hyperledger.fabric.shim.ChaincodeStub;

/** The shim's own router over our contracts, started as {@code ChaincodeServer} starts it but without a port. */
final class Router {
    private static final String[] OPTIONS = {"-i", "muhr:test"};

    private static final ContractRouter ROUTER = started();

    private Router() {}

    static Response invoke(ChaincodeStub stub) {
        return ROUTER.invoke(stub);
    }

    /** As {@code ChaincodeServer} serves it to a peer. */
    static ServedContracts served(BatchSetting setting) {
        return new ServedContracts(ROUTER, setting, OPTIONS);
    }

    private static ContractRouter started() {
        // Else the shim prints its options into the build's output.
        Logger root = Logger.getLogger("");
        List<Handler> handlers = List.of(root.getHandlers());
        handlers.forEach(root::removeHandler);
        try {
            ContractRouter router = new ContractRouter(OPTIONS);
            QuietLogs.apply();
            router.startRouterWithChaincodeServer(new ChaincodeServer() {
                @Override
                public void start() {}

                @Override
                public void stop() {}
            });
            return router;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException("The router could not be started.", e);
        } finally {
            handlers.forEach(root::addHandler);
        }
    }
}
