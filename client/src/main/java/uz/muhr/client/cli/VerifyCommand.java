package uz.muhr.client.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import uz.muhr.client.commitment.Binding;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.disclosure.DisclosureFile;
import uz.muhr.client.disclosure.DisclosureView;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.client.verification.Answer;
import uz.muhr.client.verification.AnswerView;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.client.verification.Verification;
import uz.muhr.client.witness.WitnessedProof;
import uz.muhr.protocol.disclosure.Disclosure;
import uz.muhr.protocol.verdict.Verdict;

/** {@code muhr verify}: asks the ledger, or a proof, about a file, a receipt or a number. */
@Command(
        name = "verify",
        description = "Says whether a document is genuine and stands.",
        footer = {
            "",
            "A salted document needs its receipt: FILE.muhr.json is found beside FILE.",
            "A disclosure, as muhr disclose makes it, needs none."
        })
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

    @Option(
            names = "--open-attestation",
            description = "FILE is an OpenAttestation v2 document that was anchored as such (its receipt would say so)")
    private boolean openAttestation;

    @ArgGroup(exclusive = false, heading = "%nWithout a network:%n")
    private @Nullable Offline offline;

    /** An answer about a disclosure. */
    record View(Object answer, DisclosureView disclosure) {}

    @Override
    public Integer call() {
        Subject subject = subject();
        if (offline != null) {
            WitnessedProof proof = offline.verify(subject.question());
            say(subject, proof.witnessed() ? proof : proof.answer(), ProofLines.of(proof));
            return Exit.of(Verdict.valueOf(proof.answer().verdict()));
        }
        try (Ledger ledger = participant.ledger()) {
            Answer answer = new Verification(ledger).verify(subject.question());
            AnswerView view = AnswerView.of(answer);
            say(subject, view, AnswerLines.of(answer, view, subject.receiptOfAnotherContent()));
            return Exit.of(answer.assessment().verdict());
        }
    }

    /** The answer, and below it what was disclosed. */
    private void say(Subject subject, Object answer, List<String> lines) {
        if (subject.disclosure().isEmpty()) {
            speech.say(answer, lines);
            return;
        }
        DisclosureView disclosure = DisclosureView.of(subject.disclosure().get());
        List<String> all = new ArrayList<>(lines);
        all.add("");
        all.addAll(DisclosureLines.of(disclosure));
        speech.say(new View(answer, disclosure), all);
    }

    private Subject subject() {
        Optional<Instant> time =
                Optional.ofNullable(at).map(text -> ValidityText.moment("The time that is asked", text));
        Optional<Receipt> receipt = reference.receipt();
        if (reference.file().isPresent()) {
            Path file = reference.file().get();
            Optional<Disclosure> disclosure =
                    receipt.isPresent() || openAttestation ? Optional.empty() : new DisclosureFile(file).read();
            if (disclosure.isPresent()) {
                return Subject.of(disclosure.get(), reference.numbered(), time);
            }
            if (openAttestation
                    || receipt.filter(known -> known.binding() instanceof Binding.Attested)
                            .isPresent()) {
                return Subject.attested(file, Progress.read(file, speech.err()), receipt, reference.numbered(), time);
            }
        }
        return Subject.of(new Inquiry(
                reference.file().map(path -> Progress.read(path, speech.err())), receipt, reference.numbered(), time));
    }
}
