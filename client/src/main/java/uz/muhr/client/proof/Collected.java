package uz.muhr.client.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.ProofCollection;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.verification.Asked;
import uz.muhr.proof.verification.OfflineVerifier;
import uz.muhr.proof.verification.ProofReport;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Question;

/**
 * A bundle that proves what it says to anybody who trusts the same organisations: nothing is handed out that the verifier
 * has not taken.
 *
 * @param bundle as it was verified
 * @param proven what it proves of each document, in the order asked
 */
public record Collected(ProofBundle bundle, List<ProofReport.Proven> proven) {
    public Collected {
        proven = List.copyOf(proven);
    }

    /**
     * Collects and verifies.
     *
     * @param trusted whose organisations are asked
     * @param within the time for all of it
     * @throws Refusal UNKNOWN_DOCUMENT; CORRUPT_RECORD when what the peers gave is no proof
     * @throws LedgerUnavailableException when too few organisations answer, or not in time
     */
    public static Collected from(Ledger ledger, List<DocumentId> documents, NetworkTrust trusted, Duration within) {
        try {
            ProofCollection collection = ledger.proofs().collection(trusted.organisations(), within);
            List<Question> questions = new ArrayList<>();
            for (DocumentId document : documents) {
                Question question = present(ledger, document);
                questions.add(question);
                collection.add(question);
            }
            ProofBundle bundle = collection.bundle();
            List<ProofReport.Proven> proven = new OfflineVerifier(trusted)
                            .verify(
                                    bundle.write(),
                                    questions.stream().map(Collected::asked).toList())
                            .stream()
                            .map(Collected::require)
                            .toList();
            return new Collected(bundle, proven);
        } catch (UnprovenException e) {
            throw noProof(e.check() + ": " + e.getMessage());
        }
    }

    private static Question present(Ledger ledger, DocumentId document) {
        return new Question(
                Optional.of(ledger.read(document).value().commitment()), Optional.of(document), Optional.empty());
    }

    private static Asked asked(Question question) {
        return new Asked(question.content().orElseThrow(), question.document(), question.at());
    }

    private static ProofReport.Proven require(ProofReport report) {
        if (report instanceof ProofReport.NotProven failed) {
            throw noProof(failed.failed() + ": " + failed.fault());
        }
        return (ProofReport.Proven) report;
    }

    private static Refusal noProof(String why) {
        return new Refusal(ErrorCode.CORRUPT_RECORD, "What the peers gave is no proof. " + why);
    }
}
