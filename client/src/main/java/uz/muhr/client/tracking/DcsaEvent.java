package uz.muhr.client.tracking;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.json.Shown;

/** What the events of both versions of DCSA track and trace have alike. */
final class DcsaEvent {
    /** The codes of what happened to a means of transport. */
    static final Set<String> TRANSPORT = Set.of("ARRI", "DEPA");

    /** The codes of what happened to a container. */
    static final Set<String> EQUIPMENT =
            Set.of("LOAD", "DISC", "GTIN", "GTOT", "STUF", "STRP", "PICK", "DROP", "INSP", "RSEA", "RMVD");

    private static final String ACTUAL = "ACT";
    private static final int LONGEST_SEAL = 15;

    private DcsaEvent() {}

    /** Notes what a version of the standard does not know. */
    static void checkMembers(Part event, Set<String> known, String version) {
        event.beside(known).forEach(name -> event.findings()
                .note(
                        FaultCode.UNKNOWN_MEMBER,
                        "\"" + Shown.of(name) + "\" is no member that DCSA track and trace " + version + " knows."));
    }

    /** Whether it has happened; planned and estimated ones are no evidence of anything. */
    static boolean classifier(Part part) {
        part.needed("eventClassifierCode");
        return part.code("eventClassifierCode", Set.of(ACTUAL, "PLN", "EST"))
                .filter(ACTUAL::equals)
                .isPresent();
    }

    /** The code of what happened, under the name that the kind of event gives it. */
    static Optional<String> step(Part part, String kindName, Map<String, Set<String>> kinds) {
        part.needed(kindName);
        Optional<String> kind = part.code(kindName, kinds.keySet()).filter(kinds::containsKey);
        return kind.flatMap(word -> {
            String name = word.toLowerCase(Locale.ROOT) + "EventTypeCode";
            Set<String> codes = Objects.requireNonNull(kinds.get(word));
            part.needed(name);
            return codes.isEmpty() ? part.text(name) : part.code(name, codes);
        });
    }

    static List<String> seals(Part part, String numberName) {
        return part.parts("seals").stream()
                .flatMap(seal -> seal.needed(numberName).stream())
                .filter(number -> {
                    boolean fits = !number.isBlank() && number.length() <= LONGEST_SEAL;
                    if (!fits) {
                        part.findings()
                                .note(
                                        FaultCode.WRONG_ID,
                                        "The seal number \"" + Shown.of(number) + "\" has to have 1 to " + LONGEST_SEAL
                                                + " characters.");
                    }
                    return fits;
                })
                .toList();
    }

    /** @param step absent when it has not happened, so that nothing was seen */
    static List<Sighting> sighting(
            Findings findings,
            String id,
            Optional<Instant> time,
            Optional<String> step,
            Optional<ContainerNumber> container,
            List<String> seals,
            Optional<Boolean> opened,
            Optional<String> place) {
        if (time.isEmpty() || step.isEmpty() || container.isEmpty()) {
            return List.of();
        }
        return List.of(new Sighting(
                findings.event(),
                id,
                time.get(),
                step.get(),
                container,
                List.of(),
                seals,
                opened,
                Optional.empty(),
                place));
    }
}
