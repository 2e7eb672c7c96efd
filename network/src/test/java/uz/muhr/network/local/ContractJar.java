package uz.muhr.network.local;

import java.io.IOException;
import java.nio.file.Path;
import uz.muhr.network.local.contract.ContractServer;
import uz.muhr.network.local.contract.NetworkContract;
import uz.muhr.network.script.ServerJar;

/**
 * Packs the tests' contract so that {@code java -jar} serves it: its server in one jar, whose manifest names the class
 * path, and the contract in another beside it, which names none and so is all that the contract router scans.
 */
public final class ContractJar {
    private ContractJar() {}

    public static Path write(Path file) throws IOException {
        Path contract = ServerJar.plain(file.resolveSibling("only-" + file.getFileName()), NetworkContract.class);
        return ServerJar.write(file, ContractServer.class, contract);
    }
}
