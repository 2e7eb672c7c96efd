package uz.muhr.client.web;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.stereotype.Component;
import uz.muhr.client.journal.JournalListener;
import uz.muhr.client.journal.Submitted;

/** One line for each end of a submission, by its id and transaction; nothing of what it is about. */
@Component
final class JournalLog implements JournalListener {
    private static final Logger LOG = LoggerFactory.getLogger("uz.muhr.journal");

    @Override
    public void settled(Submitted submitted) {
        if (submitted.state() instanceof Submitted.Done done) {
            about(
                    submitted,
                    done.place().transaction().hex(),
                    () -> LOG.info(
                            "Submission {} ({}) is {} in transaction {} of block {}; attempts: {}.",
                            submitted.id(),
                            submitted.wish().kind(),
                            submitted.stateName(),
                            done.place().transaction(),
                            done.place().block(),
                            submitted.attempts()));
        } else if (submitted.state() instanceof Submitted.Refused refused) {
            about(
                    submitted,
                    null,
                    () -> LOG.info(
                            "Submission {} ({}) is REFUSED with {}; attempts: {}.",
                            submitted.id(),
                            submitted.wish().kind(),
                            refused.refusal().code(),
                            submitted.attempts()));
        }
    }

    @Override
    public void putOff(Submitted submitted) {
        about(
                submitted,
                null,
                () -> LOG.debug(
                        "Submission {} ({}) has no end yet; attempts: {}.",
                        submitted.id(),
                        submitted.wish().kind(),
                        submitted.attempts()));
    }

    /** What a line is about, for programs that read logs. */
    private static void about(Submitted submitted, @Nullable String transaction, Runnable line) {
        MDC.put("submission", submitted.id().toString());
        if (transaction != null) {
            MDC.put("transaction", transaction);
        }
        try {
            line.run();
        } finally {
            MDC.remove("submission");
            MDC.remove("transaction");
        }
    }

    @Override
    public void failed(Exception fault) {
        LOG.warn("The journal failed and goes on.", fault);
    }

    @Override
    public void took(Stage stage, Duration time) {}

    @Override
    public void group(int documents) {}

    @Override
    public void overtaken() {}
}
