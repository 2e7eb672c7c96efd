package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hyperledger.fabric.shim.ChaincodeServerProperties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ServerTlsTest {
    private static final List<String> FILES =
            List.of("CORE_TLS_CLIENT_KEY_FILE", "CORE_TLS_CLIENT_CERT_FILE", "CORE_PEER_TLS_ROOTCERT_FILE");

    private final ChaincodeServerProperties properties = new ChaincodeServerProperties();
    private final Map<String, String> environment = new HashMap<>();

    ServerTlsTest(@TempDir Path folder) throws IOException {
        environment.put("CORE_PEER_TLS_ENABLED", "true");
        for (String variable : FILES) {
            environment.put(
                    variable,
                    Files.writeString(folder.resolve(variable + ".pem"), "pem").toString());
        }
    }

    @Test
    void withTlsOnlyCallersOfTheNamedAuthorityAreServed() {
        ServerTls.apply(properties, environment);
        assertTrue(properties.isTlsEnabled());
        assertEquals(environment.get(FILES.get(0)), properties.getKeyFile());
        assertEquals(environment.get(FILES.get(1)), properties.getKeyCertChainFile());
        assertEquals(environment.get(FILES.get(2)), properties.getTrustCertCollectionFile());
    }

    @Test
    void withoutTlsNothingChanges() {
        for (String off : List.of("false", "", "no")) {
            environment.put("CORE_PEER_TLS_ENABLED", off);
            ServerTls.apply(properties, environment);
            assertFalse(properties.isTlsEnabled());
        }
        environment.remove("CORE_PEER_TLS_ENABLED");
        ServerTls.apply(properties, environment);
        assertFalse(properties.isTlsEnabled());
    }

    /** A server that trusted everybody, or nobody in particular, would be worse than one that does not start. */
    @Test
    void eachOfTheThreeFilesMustBeThere() {
        for (String variable : FILES) {
            Map<String, String> lacking = new HashMap<>(environment);
            lacking.remove(variable);
            assertRefused(variable, lacking);
            lacking.put(variable, environment.get(variable) + ".nosuch");
            assertRefused(variable, lacking);
        }
    }

    private void assertRefused(String variable, Map<String, String> lacking) {
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> ServerTls.apply(properties, lacking));
        assertTrue(String.valueOf(refusal.getMessage()).contains(variable + " must name a PEM file"));
    }
}
