package uz.muhr.client.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.client.voyage.Occasion;
import uz.muhr.protocol.freight.Place;

/** When and where it was, and what shows it. */
final class OccasionOptions {
    @Option(names = "--place", paramLabel = "UN/LOCODE", description = "where, such as UZTAS")
    private @Nullable String place;

    @Option(
            names = "--time",
            paramLabel = "TIME",
            description = "when, by your watch; the ledger notes its own time in any case")
    private @Nullable String time;

    @Option(
            names = "--evidence",
            paramLabel = "FILE",
            description =
                    "a photograph or other file that shows it, of which a commitment is recorded; may be repeated")
    private final List<Path> evidence = new ArrayList<>();

    Occasion occasion(PrintWriter err) {
        return new Occasion(
                Optional.ofNullable(time).map(text -> ValidityText.beginning("The time", text)),
                Optional.ofNullable(place).map(Place::parse),
                evidence.stream().map(file -> Progress.read(file, err)).toList());
    }
}
