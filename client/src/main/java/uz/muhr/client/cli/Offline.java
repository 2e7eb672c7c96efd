package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.verification.Asked;
import uz.muhr.proof.verification.OfflineVerifier;
import uz.muhr.proof.verification.ProofReport;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;

/** A bundle in the place of the ledger. */
final class Offline {
    @Option(names = "--offline", required = true, description = "ask no ledger: verify FILE by a proof alone")
    @SuppressWarnings("UnusedVariable") // picocli demands it with the other two
    private boolean offline;

    @Option(names = "--proof", required = true, paramLabel = "P", description = "the bundle, as muhr proof makes it")
    private @Nullable Path proof;

    @Option(
            names = "--trust",
            required = true,
            paramLabel = "T",
            description = "the trust file, which has to come from somebody you trust")
    private @Nullable Path trust;

    /**
     * What the bundle proves.
     *
     * @throws Refusal MALFORMED_ARGUMENT when no file is at hand, or the trust file is none
     */
    ProofReport verify(Question question) {
        Asked asked = new Asked(
                question.content()
                        .orElseThrow(() -> Refusal.malformed("A proof is about a FILE; name the one to be compared.")),
                question.document(),
                question.at());
        NetworkTrust trusted = NetworkTrust.parse(file(trust).read(NetworkTrust.MAX_BYTES));
        return new OfflineVerifier(trusted).verify(file(proof).read(ProofBundle.MAX_BYTES), asked);
    }

    private static ProofFile file(@Nullable Path path) {
        return new ProofFile(Objects.requireNonNull(path));
    }
}
