package uz.muhr.protocol.sealing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import uz.muhr.protocol.consignment.SealEventId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;

/**
 * The rule of observing: each report and reading is one event of its seal, whoever sends it however often.
 *
 * @param outcomes one for each observation, in the list's order
 * @param events what to write, in the order of the list
 * @param seals what the events make of their seals
 */
public record Observing(List<Observed> outcomes, List<SealEvent> events, List<SealRecord> seals) {
    /** An observation by its name. */
    public record Key(SealName name, SealEventId id) {
        public static Key of(Observation observation) {
            return new Key(observation.name(), observation.act().id());
        }
    }

    public Observing {
        outcomes = List.copyOf(outcomes);
        events = List.copyOf(events);
        seals = List.copyOf(seals);
    }

    /**
     * Decides a list.
     *
     * @param seals what the ledger holds of the list's seals
     * @param known which of the list's observations it holds already
     */
    public static Observing decide(
            ObservationList list, Map<SealName, SealRecord> seals, Map<Key, SealEvent> known, Sealer sealer) {
        Map<SealName, SealRecord> after = new HashMap<>(seals);
        Map<Key, SealEvent> all = new HashMap<>(known);
        List<Observed> outcomes = new ArrayList<>();
        List<SealEvent> events = new ArrayList<>();
        for (Observation observation : list.observations()) {
            Key key = Key.of(observation);
            try {
                Optional<SealEvent> before = Optional.ofNullable(all.get(key));
                if (before.isPresent()) {
                    outcomes.add(new Observed.AlreadyRecorded(key.id(), same(observation, before.get())));
                } else {
                    SealRecord seal = Optional.ofNullable(after.get(key.name())).orElseThrow(Observing::unknown);
                    SealEvent event = seal.event(
                            observation.act(), sealer.towards(seal), observation.circumstances(), sealer.change());
                    after.put(key.name(), seal.next(event));
                    all.put(key, event);
                    events.add(event);
                    outcomes.add(new Observed.Recorded(key.id(), event.sequence()));
                }
            } catch (Refusal refusal) {
                outcomes.add(new Observed.Refused(key.id(), refusal));
            }
        }
        List<SealRecord> changed = events.stream()
                .map(SealEvent::name)
                .distinct()
                .flatMap(name -> Stream.ofNullable(after.get(name)))
                .toList();
        return new Observing(outcomes, events, changed);
    }

    /** The refusal of a seal that is not on the ledger. */
    public static Refusal unknown() {
        return new Refusal(ErrorCode.UNKNOWN_SEAL, "The consignment has no such container seal.");
    }

    private static long same(Observation observation, SealEvent event) {
        if (!observation.is(event)) {
            throw new Refusal(
                    ErrorCode.EVENT_DIFFERS,
                    "Event " + event.sequence()
                            + " of the container seal is recorded under this id, and it says something" + " else.");
        }
        return event.sequence();
    }
}
