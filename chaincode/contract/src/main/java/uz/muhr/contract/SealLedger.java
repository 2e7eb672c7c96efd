package uz.muhr.contract;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongFunction;
import java.util.stream.LongStream;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ConsignmentPage;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.consignment.SealTag;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistoryPage;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.Observing;
import uz.muhr.protocol.sealing.Sealing;

/** What the ledger holds of consignments and container seals. */
final class SealLedger {
    private static final String CONSIGNMENT = "K";
    private static final String LINKED = "L";
    private static final String SEAL = "S";
    private static final String EVENT = "V";
    private static final String OBSERVED = "N";
    private static final String TAGGED = "G";
    private static final String REGISTRY = "R";

    private final Store store;

    SealLedger(Store store) {
        this.store = store;
    }

    Optional<RegistryRecord> registry(MspId organisation) {
        return store.get(RegistryRecord::parse, registryKey(organisation));
    }

    void register(MspId organisation, RegistryRecord registry) {
        store.put(registryKey(organisation), registry.write());
    }

    Optional<SealName> tagged(MspId organisation, SealTag tag) {
        return store.get(SealName::parse, taggedKey(organisation, tag));
    }

    Optional<ConsignmentRecord> consignment(ConsignmentId id) {
        return store.get(ConsignmentRecord::parse, consignmentKey(id));
    }

    ConsignmentRecord existingConsignment(ConsignmentId id) {
        return consignment(id)
                .orElseThrow(
                        () -> new Refusal(ErrorCode.UNKNOWN_CONSIGNMENT, "No consignment was opened under this id."));
    }

    SealedConsignment sealedConsignment(ConsignmentId id) {
        ConsignmentRecord record = existingConsignment(id);
        List<SealName> names =
                record.seals().stream().map(seal -> new SealName(id, seal)).toList();
        fetch(names);
        return new SealedConsignment(
                record, names.stream().map(this::existingSeal).toList());
    }

    void write(ConsignmentEvent event, ConsignmentRecord record) {
        store.put(consignmentKey(record.id()), record.write());
        store.put(linkedKey(record.id(), event.sequence()), event.write());
    }

    Optional<SealRecord> seal(SealName name) {
        return store.get(SealRecord::parse, sealKey(name));
    }

    SealRecord existingSeal(SealName name) {
        return seal(name).orElseThrow(Observing::unknown);
    }

    /** Reads at once what affixing a seal takes. */
    void fetch(SealName name, MspId organisation, SealTag tag) {
        store.fetch(List.of(
                consignmentKey(name.consignment()),
                sealKey(name),
                taggedKey(organisation, tag),
                registryKey(organisation)));
    }

    /** What it holds of a seal that an organisation is to affix. */
    Sealing.Known known(SealName name, MspId organisation, SealTag tag) {
        return new Sealing.Known(seal(name), tagged(organisation, tag), registry(organisation));
    }

    /** A seal's next event, and what it makes of it. */
    SealRecord append(SealRecord before, SealEvent event) {
        SealRecord after = before.next(event);
        write(event);
        write(after);
        return after;
    }

    /** A seal's first event, with the tag under which its organisation finds it. */
    SealRecord affix(SealEvent event, SealTag tag) {
        SealRecord record = SealRecord.of(event);
        write(event);
        write(record);
        store.put(taggedKey(event.change().by().msp(), tag), event.name().write());
        return record;
    }

    /** The seals of a list of observations that are on the ledger. */
    Map<SealName, SealRecord> seals(ObservationList list) {
        List<SealName> names =
                list.observations().stream().map(Observation::name).distinct().toList();
        List<String> keys =
                new ArrayList<>(names.stream().map(SealLedger::sealKey).toList());
        list.observations().forEach(observation -> keys.add(observedKey(Observing.Key.of(observation))));
        store.fetch(keys);
        Map<SealName, SealRecord> found = new HashMap<>();
        names.forEach(name -> seal(name).ifPresent(record -> found.put(name, record)));
        return found;
    }

    /** Those observations of a list that are on the ledger. */
    Map<Observing.Key, SealEvent> observed(ObservationList list) {
        Map<Observing.Key, String> events = new LinkedHashMap<>();
        for (Observation observation : list.observations()) {
            Observing.Key key = Observing.Key.of(observation);
            store.get(SequenceNumber::parse, observedKey(key))
                    .ifPresent(sequence -> events.put(key, eventKey(key.name(), sequence)));
        }
        store.fetch(events.values());
        Map<Observing.Key, SealEvent> found = new HashMap<>();
        events.forEach((key, event) -> found.put(key, existing(store.get(SealEvent::parse, event))));
        return found;
    }

    /** New observations, each under its own name as well, and what they make of their seals. */
    void write(Observing observing) {
        for (SealEvent event : observing.events()) {
            write(event);
            if (event.act() instanceof SealAct.Once once) {
                store.put(observedKey(new Observing.Key(event.name(), once.id())), Long.toString(event.sequence()));
            }
        }
        observing.seals().forEach(this::write);
    }

    /**
     * One page of a seal's events.
     *
     * @param first the event to begin with; 0 for the newest
     */
    SealHistoryPage history(SealName name, long first) {
        long newest = existingSeal(name).sequence();
        long top = top(first, newest);
        List<SealEvent> events = page(top, newest, SealHistoryPage.MOST, n -> eventKey(name, n)).stream()
                .map(key -> existing(store.get(SealEvent::parse, key)))
                .toList();
        return SealHistoryPage.below(name, events, top);
    }

    /**
     * One page of a consignment's events.
     *
     * @param first the event to begin with; 0 for the newest
     */
    ConsignmentPage links(ConsignmentId id, long first) {
        long newest = existingConsignment(id).sequence();
        long top = top(first, newest);
        List<ConsignmentEvent> events = page(top, newest, ConsignmentPage.MOST, n -> linkedKey(id, n)).stream()
                .map(key -> existing(store.get(ConsignmentEvent::parse, key)))
                .toList();
        return ConsignmentPage.below(id, events, top);
    }

    private static long top(long first, long newest) {
        if (first > newest) {
            throw new Refusal(
                    ErrorCode.STALE_SEQUENCE, "The last event is " + newest + "; there is no event " + first + " yet.");
        }
        return first == 0 ? newest : first;
    }

    /** Keys of a page, newest first, read at once; with the event above it, because only that says that it is the one it followed. */
    private List<String> page(long top, long newest, int most, LongFunction<String> key) {
        long from = Math.min(top + 1, newest);
        List<String> keys = LongStream.iterate(from, n -> n >= Math.max(1, top - most + 1), n -> n - 1)
                .mapToObj(key)
                .toList();
        store.fetch(keys);
        return keys;
    }

    private static <T> T existing(Optional<T> found) {
        return found.orElseThrow(() -> new Refusal(ErrorCode.CORRUPT_RECORD, "An event of a chain is missing."));
    }

    private void fetch(Collection<SealName> names) {
        store.fetch(names.stream().map(SealLedger::sealKey).toList());
    }

    private void write(SealEvent event) {
        store.put(eventKey(event.name(), event.sequence()), event.write());
    }

    private void write(SealRecord record) {
        store.put(sealKey(record.name()), record.write());
    }

    private static String registryKey(MspId organisation) {
        return Store.key(REGISTRY, organisation.value());
    }

    private static String taggedKey(MspId organisation, SealTag tag) {
        return Store.key(TAGGED, organisation.value(), tag.hex());
    }

    private static String consignmentKey(ConsignmentId id) {
        return Store.key(CONSIGNMENT, id.hex());
    }

    private static String linkedKey(ConsignmentId id, long event) {
        return Store.key(LINKED, id.hex(), Long.toString(event));
    }

    private static String sealKey(SealName name) {
        return Store.key(SEAL, name.consignment().hex(), name.seal().hex());
    }

    private static String eventKey(SealName name, long event) {
        return Store.key(EVENT, name.consignment().hex(), name.seal().hex(), Long.toString(event));
    }

    private static String observedKey(Observing.Key key) {
        return Store.key(
                OBSERVED,
                key.name().consignment().hex(),
                key.name().seal().hex(),
                key.id().hex());
    }
}
