package uz.muhr.contract;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hyperledger.fabric.contract.ContractRouter;

/**
 * Keeps the contract router from scanning every class of every library twice, which takes a processor two seconds: what
 * it looks for is in two jars. Its scanner takes the class path from a system property that nothing else reads later.
 */
final class NarrowScan {
    private NarrowScan() {}

    /** To be called before the router is made. Without the small jar beside our own, all is scanned, only slower. */
    static void apply() throws URISyntaxException {
        Path own = jarOf(ChaincodeServer.class);
        Path contracts =
                own.resolveSibling(String.valueOf(own.getFileName()).replaceFirst("\\.jar$", "-contracts.jar"));
        if (Files.isRegularFile(contracts)) {
            System.setProperty("java.class.path", contracts + File.pathSeparator + jarOf(ContractRouter.class));
        }
    }

    private static Path jarOf(Class<?> type) throws URISyntaxException {
        return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    }
}
