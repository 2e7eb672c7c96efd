package uz.muhr.client.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.proof.ProofView;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.client.verification.Answer;
import uz.muhr.client.verification.AnswerView;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.client.verification.Verification;
import uz.muhr.proof.verification.ProofReport;

/** {@code muhr verify}: asks the ledger, or a proof, about a file, a receipt or a number. */
@Command(
        name = "verify",
        description = "Says whether a document is genuine and stands.",
        footer = {"", "A salted document needs its receipt: FILE.muhr.json is found beside FILE."})
final class VerifyCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final DocumentReference reference = new DocumentReference();

    @Option(
            names = "--at",
            paramLabel = "TIME",
            description = "given all the ledger knows now, what held at this time; a date means its last second (UTC)")
    private @Nullable String at;

    @ArgGroup(exclusive = false, heading = "%nWithout a network:%n")
    private @Nullable Offline offline;

    @Override
    public Integer call() {
        Inquiry inquiry = new Inquiry(
                reference.file().map(path -> Progress.read(path, speech.err())),
                reference.receipt(),
                reference.numbered(),
                Optional.ofNullable(at).map(text -> ValidityText.moment("The time that is asked", text)));
        if (offline != null) {
            ProofReport report = offline.verify(inquiry);
            ProofView view = ProofView.of(report);
            speech.say(view, ProofLines.of(view));
            return Exit.of(report.verdict());
        }
        try (Ledger ledger = participant.ledger()) {
            Answer answer = new Verification(ledger).verify(inquiry);
            AnswerView view = AnswerView.of(answer);
            speech.say(view, AnswerLines.of(answer, view));
            return Exit.of(answer.assessment().verdict());
        }
    }
}
