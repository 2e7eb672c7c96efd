package uz.muhr.contract;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;

/**
 * Mutual TLS from the environment that Fabric gives its chaincodes. The shim reads the same variables and asks nobody for a
 * certificate: anybody who reaches the port could then pose as the peer. Here TLS is mutual or off.
 */
final class ServerTls {
    private static final String ENABLED = "CORE_PEER_TLS_ENABLED";
    private static final String KEY = "CORE_TLS_CLIENT_KEY_FILE";
    private static final String CERTIFICATE = "CORE_TLS_CLIENT_CERT_FILE";
    private static final String CALLERS = "CORE_PEER_TLS_ROOTCERT_FILE";

    private ServerTls() {}

    /** @throws IllegalArgumentException when TLS is on and one of the three files is not named or not there */
    static void apply(ChaincodeServerProperties properties, Map<String, String> environment) {
        if (!Boolean.parseBoolean(environment.get(ENABLED))) {
            return;
        }
        properties.setTlsEnabled(true);
        properties.setKeyFile(file(environment, KEY));
        properties.setKeyCertChainFile(file(environment, CERTIFICATE));
        properties.setTrustCertCollectionFile(file(environment, CALLERS));
    }

    private static String file(Map<String, String> environment, String variable) {
        String named = environment.getOrDefault(variable, "");
        if (named.isEmpty() || !Files.isReadable(Path.of(named))) {
            throw new IllegalArgumentException("With " + ENABLED + "=true, " + variable
                    + " must name a PEM file that can be read; it is \"" + named + "\".");
        }
        return named;
    }
}
