package uz.muhr.client.verification;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.Testimony;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Assessment;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Reason;
import uz.muhr.protocol.verdict.Report;

/** Asks the ledger. What goes wrong on the way makes the verdict UNDETERMINED and never anything better. */
public final class Verification {
    /** Within this an answer is there, or it is said that there is none. */
    private static final Duration PATIENCE = Duration.ofSeconds(4);

    private final Ledger ledger;

    public Verification(Ledger ledger) {
        this.ledger = ledger;
    }

    public Answer verify(Inquiry inquiry) {
        return verify(inquiry.question());
    }

    /** The same about a content that was read by a rule of its own. */
    public Answer verify(Question question) {
        try {
            Answered<Testimony> heard = ledger.verify(question, PATIENCE);
            Report report = heard.value().report();
            if (!report.question().equals(question)) {
                return undetermined(Reason.LEDGER_CONTRADICTORY);
            }
            return new Answer(report.assessment(), Optional.of(heard), ledger.asked());
        } catch (LedgerUnavailableException e) {
            return undetermined(Reason.LEDGER_UNREACHABLE);
        } catch (Refusal e) {
            return undetermined(Reason.LEDGER_CONTRADICTORY);
        }
    }

    /** What each peer that this client may ask says for itself, in order. */
    public List<Heard> hear(Inquiry inquiry) {
        Question question = inquiry.question();
        return ledger.verifyEach(question, PATIENCE).stream()
                .map(answer -> Heard.of(question, answer))
                .toList();
    }

    /**
     * The verdict on a content that is known by its commitment alone.
     *
     * @param at the time for which it is asked; absent when now is meant
     */
    public Assessment assess(DocumentId document, Commitment content, Optional<Instant> at) {
        Question question = new Question(Optional.of(content), Optional.of(document), at);
        try {
            Report report = ledger.verify(question, PATIENCE).value().report();
            return report.question().equals(question)
                    ? report.assessment()
                    : Assessment.undetermined(Reason.LEDGER_CONTRADICTORY);
        } catch (LedgerUnavailableException e) {
            return Assessment.undetermined(Reason.LEDGER_UNREACHABLE);
        } catch (Refusal e) {
            return Assessment.undetermined(Reason.LEDGER_CONTRADICTORY);
        }
    }

    private Answer undetermined(Reason reason) {
        return new Answer(Assessment.undetermined(reason), Optional.empty(), ledger.asked());
    }
}
