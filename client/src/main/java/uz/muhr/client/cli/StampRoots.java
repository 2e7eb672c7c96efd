package uz.muhr.client.cli;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.StampAuthorities;
import uz.muhr.protocol.refusal.Refusal;

/** Whose time stamps are to count. */
final class StampRoots {
    private static final int MOST_BYTES = 64 << 10;

    @Option(
            names = "--tsa-root",
            paramLabel = "CERTIFICATE",
            description = "a root at which chains of time-stamping authorities may end, PEM or DER; may be repeated")
    private final List<Path> roots = new ArrayList<>();

    @Option(
            names = "--tsa-policy",
            paramLabel = "OID",
            description = "the only policy under which time stamps count (otherwise any)")
    private @Nullable String policy;

    /** The trust file with the authorities, if any are named. */
    NetworkTrust in(NetworkTrust trust) {
        if (roots.isEmpty() && policy != null) {
            throw Refusal.malformed("--tsa-policy goes with --tsa-root; name the authority's root.");
        }
        return roots.isEmpty()
                ? trust
                : trust.with(
                        StampAuthorities.of(roots.stream().map(StampRoots::der).toList(), Optional.ofNullable(policy)));
    }

    private static byte[] der(Path path) {
        try {
            byte[] bytes = new ProofFile(path).read(MOST_BYTES);
            return CertificateFactory.getInstance("X.509")
                    .generateCertificate(new ByteArrayInputStream(bytes))
                    .getEncoded();
        } catch (CertificateException e) {
            throw Refusal.malformed(path + " has to hold a certificate (X.509), PEM or DER; it does not.");
        }
    }
}
