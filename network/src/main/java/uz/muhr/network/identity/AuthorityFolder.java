package uz.muhr.network.identity;

import java.nio.file.Path;

/** The folder of one certificate authority: its own certificate and its key. */
public record AuthorityFolder(Path root) {
    public Path certificate() {
        return root.resolve("ca.pem");
    }

    /** PKCS#8 PEM, P-256. */
    public Path privateKey() {
        return root.resolve("ca.key");
    }
}
