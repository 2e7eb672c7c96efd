package uz.muhr.client.web.operations;

import java.time.Duration;
import org.springframework.stereotype.Component;
import uz.muhr.client.journal.JournalListener;
import uz.muhr.client.journal.Submitted;
import uz.muhr.client.tally.Kind;
import uz.muhr.client.tally.Tallies;

/** Counts the writes that the ledger refused, by the refusal's code. */
@Component
final class RefusalTally implements JournalListener {
    private final Tallies tallies;

    RefusalTally(Tallies tallies) {
        this.tallies = tallies;
    }

    @Override
    public void settled(Submitted submitted) {
        if (submitted.state() instanceof Submitted.Refused refused) {
            tallies.count(Kind.REFUSAL, refused.refusal().code().name());
        }
    }

    @Override
    public void putOff(Submitted submitted) {}

    @Override
    public void failed(Exception fault) {}

    @Override
    public void took(Stage stage, Duration time) {}

    @Override
    public void group(int documents) {}

    @Override
    public void overtaken() {}
}
