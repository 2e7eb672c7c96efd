package uz.muhr.client.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import uz.muhr.client.document.Faults;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.tracking.TrackingFile;
import uz.muhr.client.tracking.TrackingReader;
import uz.muhr.client.voyage.Imported;
import uz.muhr.client.voyage.Undertakings;
import uz.muhr.protocol.refusal.Refusal;

/** {@code muhr seal import}: the readings of electronic seals from files of others. */
@Command(
        name = "import",
        description =
                "Records the readings of electronic seals that files tell of: EPCIS 2.0, DCSA track and trace 2.2 and 3.0.",
        footer = {
            "",
            "What is wrong with an event is named, and the others are taken. A reading that was recorded before is not recorded"
                    + " again, so a file may be imported any number of times."
        })
final class SealImportCommand implements Callable<Integer> {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Mixin
    private final ConsignmentName consignment = new ConsignmentName();

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "files of events")
    private final List<Path> files = new ArrayList<>();

    @Override
    public Integer call() {
        Map<String, TrackingFile> read = new LinkedHashMap<>();
        files.forEach(file -> read.put(file.toString(), read(file)));
        Map<String, Imported> all = new LinkedHashMap<>();
        try (Ledger ledger = participant.ledger();
                Undertakings undertakings = new Undertakings(ledger, consignment.file())) {
            read.forEach((name, events) -> all.put(name, undertakings.readings(events)));
            List<String> lines = new ArrayList<>();
            all.forEach((name, imported) -> lines.addAll(VoyageLines.of(name, imported)));
            speech.say(all, lines);
        }
        return all.values().stream().allMatch(imported -> imported.refused().isEmpty()) ? Exit.VALID : Exit.NOT_VALID;
    }

    private static TrackingFile read(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            return TrackingReader.read(in, Instant.now());
        } catch (IOException e) {
            throw new UnreadableDocument(file + " could not be read: " + Faults.sentence(e), e);
        } catch (Refusal refusal) {
            throw Refusal.malformed(file.getFileName() + ": " + refusal.sentence());
        }
    }
}
