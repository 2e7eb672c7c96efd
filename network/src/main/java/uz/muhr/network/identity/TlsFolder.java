package uz.muhr.network.identity;

import java.nio.file.Path;

/** What a node needs to serve TLS: its certificate, its key, and the authority that callers must trust. */
public record TlsFolder(Path root) {
    public Path certificate() {
        return root.resolve("server.crt");
    }

    /** PKCS#8 PEM, P-256. */
    public Path privateKey() {
        return root.resolve("server.key");
    }

    public Path authority() {
        return root.resolve("ca.crt");
    }

    /**
     * The certificate once more, its PEM text in base64: the Java shim reads this form for calling and, although it is
     * called here, also as a server. Only the chaincode's folder has it.
     */
    public Path encodedCertificate() {
        return root.resolve("server.crt.base64");
    }

    /** The key in that form. */
    public Path encodedKey() {
        return root.resolve("server.key.base64");
    }
}
