package uz.muhr.client.tracking;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is found wrong with one event while it is read. */
final class Findings {
    private final int event;
    private final Optional<String> id;
    private final List<Fault> faults = new ArrayList<>();

    /** @param id what the event is called, as far as that can be read before anything else */
    Findings(int event, Optional<String> id) {
        this.event = event;
        this.id = id;
    }

    int event() {
        return event;
    }

    /** The event cannot be used. */
    void reject(FaultCode code, String sentence) {
        faults.add(new Fault(event, id, code, sentence, true));
    }

    /** The event can be used all the same. */
    void note(FaultCode code, String sentence) {
        faults.add(new Fault(event, id, code, sentence, false));
    }

    boolean usable() {
        return faults.stream().noneMatch(Fault::leftOut);
    }

    List<Fault> faults() {
        return faults;
    }
}
