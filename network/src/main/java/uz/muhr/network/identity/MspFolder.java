package uz.muhr.network.identity;

import java.nio.file.Path;

/**
 * An MSP folder as Fabric lays it out. A verifying MSP has no {@code signcerts} and {@code keystore}; the MSP of a node
 * or user has both.
 */
public record MspFolder(Path root) {
    public Path authority() {
        return root.resolve("cacerts").resolve("ca.pem");
    }

    public Path tlsAuthority() {
        return root.resolve("tlscacerts").resolve("tlsca.pem");
    }

    /** The roles: which organisational unit of a certificate makes a client, peer, admin or orderer. */
    public Path config() {
        return root.resolve("config.yaml");
    }

    /** Which certificates of the authority no longer hold; absent while none was revoked. */
    public Path revocations() {
        return root.resolve("crls").resolve("crl.pem");
    }

    public Path certificate() {
        return root.resolve("signcerts").resolve("cert.pem");
    }

    /** PKCS#8 PEM, P-256. */
    public Path privateKey() {
        return root.resolve("keystore").resolve("key.pem");
    }
}
