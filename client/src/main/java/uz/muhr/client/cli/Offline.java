package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.client.witness.WitnessedProof;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.checkpoint.CheckpointReport;
import uz.muhr.proof.checkpoint.CheckpointVerifier;
import uz.muhr.proof.verification.Asked;
import uz.muhr.proof.verification.OfflineVerifier;
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

    @Option(
            names = "--checkpoint",
            paramLabel = "F",
            description = "hold the bundle's blocks against this checkpoint, too")
    private @Nullable Path checkpoint;

    @Option(
            names = "--quorum",
            paramLabel = "K",
            description = "how many organisations have to have signed the checkpoint (otherwise more than half)")
    private @Nullable Integer quorum;

    /**
     * What the bundle proves, and who witnesses it.
     *
     * @throws Refusal MALFORMED_ARGUMENT when no file is at hand, or the trust file is none
     */
    WitnessedProof verify(Question question) {
        Asked asked = new Asked(
                question.content()
                        .orElseThrow(() -> Refusal.malformed("A proof is about a FILE; name the one to be compared.")),
                question.document(),
                question.at());
        NetworkTrust trusted = file(trust).trust();
        Optional<CheckpointReport> held = Optional.ofNullable(checkpoint)
                .map(path -> CheckpointVerifier.of(trusted, Optional.ofNullable(quorum))
                        .verify(new ProofFile(path).read(CheckpointFile.MAX_BYTES)));
        byte[] bundle = file(proof).read(ProofBundle.MAX_BYTES);
        return WitnessedProof.of(new OfflineVerifier(trusted).verify(bundle, asked), bundle, trusted, held);
    }

    private static ProofFile file(@Nullable Path path) {
        return new ProofFile(Objects.requireNonNull(path));
    }
}
