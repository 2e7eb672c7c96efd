package uz.muhr.client.consignment;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentHistory;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentPage;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.RegistryKeyHash;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealHistoryPage;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.Observed;
import uz.muhr.protocol.sealing.Observing;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;
import uz.muhr.protocol.sealing.Sealer;
import uz.muhr.protocol.sealing.Sealing;

/** What a ledger holds of consignments and seals, changed by the protocol's own rules. */
final class SealState {
    private final Map<ConsignmentId, List<ConsignmentEvent>> consignments = new HashMap<>();
    private final Map<SealName, List<SealEvent>> seals = new HashMap<>();
    private final Map<String, RegistryRecord> registries = new HashMap<>();
    private final Map<String, SealName> tags = new HashMap<>();

    /** What a contract answers, and what it writes once its transaction is committed. */
    record Decision(String answer, Runnable write) {}

    void register(String organisation, RegistryRecord record) {
        registries.put(organisation, record);
    }

    String read(String function, List<String> arguments) {
        String first = arguments.get(0);
        return switch (function) {
            case "seal:read" -> seal(name(arguments)).write();
            case "seal:history" -> page(name(arguments), Long.parseLong(arguments.get(2)));
            case "seal:consignment" -> stand(new ConsignmentId(first)).write();
            case "seal:links" -> links(new ConsignmentId(first), Long.parseLong(arguments.get(1)));
            case "seal:registry" ->
                Optional.ofNullable(registries.get(first))
                        .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_REGISTRY, "It has none."))
                        .write();
            default -> throw new IllegalArgumentException(function);
        };
    }

    Decision decide(String function, String argument, Sealer sealer) {
        return switch (function) {
            case "seal:register" -> register(new RegistryKeyHash(argument), sealer);
            case "seal:open" -> open(ConsignmentOpening.parse(argument), sealer);
            case "seal:link" -> {
                ConsignmentLinking linking = ConsignmentLinking.parse(argument);
                ConsignmentRecord before = consignment(linking.consignment());
                yield linked(linking.decide(before, sealer.change()), Optional.of(before));
            }
            case "seal:affix" -> {
                AffixRequest request = AffixRequest.parse(argument);
                Sealing sealing = Sealing.affix(
                        request,
                        consignment(request.consignment()),
                        known(request.name(), request.seal().tag().hex(), sealer),
                        sealer);
                yield sealed(sealing, request.seal().tag().hex());
            }
            case "seal:replace" -> {
                ReplaceRequest request = ReplaceRequest.parse(argument);
                Sealing sealing = Sealing.replace(
                        request,
                        seal(request.name()),
                        consignment(request.name().consignment()),
                        known(request.successor(), request.by().tag().hex(), sealer),
                        sealer);
                yield sealed(sealing, request.by().tag().hex());
            }
            case "seal:act" -> {
                SealRequest request = SealRequest.parse(argument);
                SealRecord before = seal(request.name());
                SealEvent event = request.decide(before, sealer);
                yield new Decision(before.next(event).write(), () -> add(event));
            }
            case "seal:observe" -> observe(ObservationList.parse(argument), sealer);
            default -> throw new IllegalArgumentException(function);
        };
    }

    private Decision register(RegistryKeyHash key, Sealer sealer) {
        String organisation = sealer.organisation().value();
        RegistryRecord record =
                RegistryRecord.register(key, Optional.ofNullable(registries.get(organisation)), sealer.change());
        return new Decision(record.write(), () -> register(organisation, record));
    }

    private Decision open(ConsignmentOpening opening, Sealer sealer) {
        Optional<ConsignmentRecord> existing = Optional.ofNullable(consignments.get(opening.consignment()))
                .map(events -> new ConsignmentHistory(events).record());
        return linked(opening.decide(existing, sealer.change()), existing);
    }

    private Decision linked(ConsignmentEvent event, Optional<ConsignmentRecord> before) {
        ConsignmentRecord after =
                before.map(record -> record.next(event)).orElseGet(() -> ConsignmentRecord.first(event));
        return new Decision(after.write(), () -> add(event));
    }

    private Decision sealed(Sealing sealing, String tag) {
        SealEvent affixed = sealing.affixed();
        return new Decision(SealRecord.of(affixed).write(), () -> {
            sealing.replaced().ifPresent(this::add);
            add(affixed);
            add(sealing.linked());
            tags.put(tag, affixed.name());
        });
    }

    private Decision observe(ObservationList list, Sealer sealer) {
        Map<SealName, SealRecord> records = new HashMap<>();
        seals.forEach((name, events) -> records.put(name, new SealHistory(events).record()));
        Map<Observing.Key, SealEvent> known = new HashMap<>();
        seals.values().stream().flatMap(List::stream).forEach(event -> {
            if (event.act() instanceof SealAct.Once once) {
                known.put(new Observing.Key(event.name(), once.id()), event);
            }
        });
        Observing decided = Observing.decide(list, records, known, sealer);
        return new Decision(
                Observed.write(decided.outcomes()), () -> decided.events().forEach(this::add));
    }

    private Sealing.Known known(SealName name, String tag, Sealer sealer) {
        return new Sealing.Known(
                Optional.ofNullable(seals.get(name)).map(events -> new SealHistory(events).record()),
                Optional.ofNullable(tags.get(tag)),
                Optional.ofNullable(registries.get(sealer.organisation().value())));
    }

    private void add(SealEvent event) {
        seals.computeIfAbsent(event.name(), none -> new ArrayList<>()).add(event);
    }

    private void add(ConsignmentEvent event) {
        consignments
                .computeIfAbsent(event.consignment(), none -> new ArrayList<>())
                .add(event);
    }

    private List<ConsignmentEvent> events(ConsignmentId id) {
        return Optional.ofNullable(consignments.get(id))
                .orElseThrow(() -> new Refusal(ErrorCode.UNKNOWN_CONSIGNMENT, "Nobody opened it."));
    }

    private ConsignmentRecord consignment(ConsignmentId id) {
        return new ConsignmentHistory(events(id)).record();
    }

    private List<SealEvent> events(SealName name) {
        return Optional.ofNullable(seals.get(name)).orElseThrow(Observing::unknown);
    }

    private SealRecord seal(SealName name) {
        return new SealHistory(events(name)).record();
    }

    private SealedConsignment stand(ConsignmentId id) {
        ConsignmentRecord record = consignment(id);
        return new SealedConsignment(
                record,
                record.seals().stream()
                        .map(seal -> seal(new SealName(id, seal)))
                        .toList());
    }

    private String page(SealName name, long first) {
        List<SealEvent> below = new ArrayList<>(events(name));
        below.removeIf(event -> first > 0 && event.sequence() > first);
        Collections.reverse(below);
        return new SealHistoryPage(name, below.subList(0, Math.min(below.size(), SealHistoryPage.MOST))).write();
    }

    private String links(ConsignmentId id, long first) {
        List<ConsignmentEvent> below = new ArrayList<>(events(id));
        below.removeIf(event -> first > 0 && event.sequence() > first);
        Collections.reverse(below);
        return new ConsignmentPage(id, below.subList(0, Math.min(below.size(), ConsignmentPage.MOST))).write();
    }

    private static SealName name(List<String> arguments) {
        return new SealName(new ConsignmentId(arguments.get(0)), new SealReference(arguments.get(1)));
    }
}
