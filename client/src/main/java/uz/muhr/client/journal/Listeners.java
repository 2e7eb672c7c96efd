package uz.muhr.client.journal;

import java.time.Duration;
import java.util.List;

/** Tells all of them. */
record Listeners(List<JournalListener> all) implements JournalListener {
    Listeners {
        all = List.copyOf(all);
    }

    @Override
    public void settled(Submitted submitted) {
        all.forEach(each -> each.settled(submitted));
    }

    @Override
    public void putOff(Submitted submitted) {
        all.forEach(each -> each.putOff(submitted));
    }

    @Override
    public void failed(Exception fault) {
        all.forEach(each -> each.failed(fault));
    }

    @Override
    public void took(Stage stage, Duration time) {
        all.forEach(each -> each.took(stage, time));
    }

    @Override
    public void group(int documents) {
        all.forEach(each -> each.group(documents));
    }

    @Override
    public void overtaken() {
        all.forEach(JournalListener::overtaken);
    }
}
