package uz.muhr.client.web;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
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
            LOG.info(
                    "Submission {} ({}) is {} in transaction {} of block {}, after {} attempts.",
                    submitted.id(),
                    submitted.wish().kind(),
                    submitted.stateName(),
                    done.place().transaction(),
                    done.place().block(),
                    submitted.attempts());
        } else if (submitted.state() instanceof Submitted.Refused refused) {
            LOG.info(
                    "Submission {} ({}) is REFUSED with {}, after {} attempts.",
                    submitted.id(),
                    submitted.wish().kind(),
                    refused.refusal().code(),
                    submitted.attempts());
        }
    }

    @Override
    public void putOff(Submitted submitted) {
        LOG.debug(
                "Submission {} ({}) has no end after {} attempts.",
                submitted.id(),
                submitted.wish().kind(),
                submitted.attempts());
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
