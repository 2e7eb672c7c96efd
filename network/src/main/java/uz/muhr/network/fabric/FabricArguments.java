package uz.muhr.network.fabric;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.local.Arguments;

/**
 * The command line, checked.
 *
 * @param builder the external builder's folder; prepare and upgrade only
 * @param server this network's own chaincode server; prepare and upgrade only
 * @param others the jars of other chaincodes by name
 * @param running names of the network's processes that run already
 * @param organisation the one to admit, to renew for or to revoke in
 * @param user whose certificates are revoked
 * @param days how many days before their end certificates are renewed; all are when it is empty
 */
record FabricArguments(
        String command,
        Path topology,
        Path home,
        Path builder,
        Path server,
        Map<String, Path> others,
        Set<String> running,
        String organisation,
        String user,
        OptionalInt days,
        boolean fresh,
        boolean json) {
    static final String USAGE = """
            usage: prepare --topology FILE --home DIR --builder DIR --server JAR [--chaincode NAME=JAR]...
                           [--running PART[,PART...]] [--fresh]
                   upgrade --topology FILE --home DIR --builder DIR --server JAR
                   admit   --topology FILE --home DIR --builder DIR --organisation NAME [--running PART[,PART...]]
                   enter   --topology FILE --home DIR --organisation NAME
                   revoke  --topology FILE --home DIR --organisation NAME --user NAME
                   due     --topology FILE --home DIR [--before DAYS | --all]
                   renew   --topology FILE --home DIR --organisation NAME [--before DAYS | --all]
                   deploy  --topology FILE --home DIR
                   retire  --topology FILE --home DIR
                   status  --topology FILE --home DIR [--json]""";

    private static final Path NONE = Path.of("");
    private static final Map<String, Set<String>> OPTIONS = Map.of(
            "prepare", Set.of("--builder", "--server", "--chaincode", "--running", "--fresh"),
            "upgrade", Set.of("--builder", "--server"),
            "admit", Set.of("--builder", "--organisation", "--running"),
            "enter", Set.of("--organisation"),
            "revoke", Set.of("--organisation", "--user"),
            "due", Set.of("--before", "--all"),
            "renew", Set.of("--organisation", "--before", "--all"),
            "deploy", Set.of(),
            "retire", Set.of(),
            "status", Set.of("--json"));
    private static final Set<String> COMMON = Set.of("--topology", "--home");
    private static final Set<String> FLAGS = Set.of("--fresh", "--json", "--all");
    private static final Set<String> NEEDED =
            Set.of("--topology", "--home", "--builder", "--server", "--organisation", "--user");
    private static final int DAYS = 30;

    FabricArguments {
        others = Map.copyOf(others);
        running = Set.copyOf(running);
    }

    /** @throws IllegalArgumentException with one sentence about the first thing that is wrong */
    static FabricArguments parse(String... args) {
        Iterator<String> words = Arrays.asList(args).iterator();
        String command = words.hasNext() ? words.next() : "";
        Set<String> known = OPTIONS.get(command);
        if (known == null) {
            throw new IllegalArgumentException("There is no command \"" + command + "\".");
        }
        Map<String, String> values = new HashMap<>();
        Map<String, Path> others = new TreeMap<>();
        while (words.hasNext()) {
            String option = words.next();
            if (!known.contains(option) && !COMMON.contains(option)) {
                throw new IllegalArgumentException("The command " + command + " has no option \"" + option + "\".");
            }
            String value = FLAGS.contains(option) ? "" : value(option, words);
            if (option.equals("--chaincode")) {
                Arguments.addChaincode(others, value);
            } else if (values.put(option, value) != null) {
                throw new IllegalArgumentException("The option " + option + " is given twice.");
            }
        }
        if (values.containsKey("--before") && values.containsKey("--all")) {
            throw new IllegalArgumentException("Only one of --before and --all can be given.");
        }
        for (String needed : new TreeSet<>(NEEDED)) {
            if (!values.containsKey(needed) && (known.contains(needed) || COMMON.contains(needed))) {
                throw new IllegalArgumentException("The command " + command + " needs the option " + needed + ".");
            }
        }
        return new FabricArguments(
                command,
                path(values, "--topology"),
                path(values, "--home"),
                path(values, "--builder"),
                path(values, "--server"),
                others,
                values.containsKey("--running")
                        ? new TreeSet<>(List.of(values.get("--running").split(",", -1)))
                        : Set.of(),
                values.getOrDefault("--organisation", ""),
                values.getOrDefault("--user", ""),
                values.containsKey("--all") ? OptionalInt.empty() : OptionalInt.of(days(values.get("--before"))),
                values.containsKey("--fresh"),
                values.containsKey("--json"));
    }

    /** What ends before this moment is renewed. */
    Instant horizon(Instant now) {
        return days.isPresent() ? now.plus(Duration.ofDays(days.getAsInt())) : Instant.MAX;
    }

    private static int days(@Nullable String value) {
        if (value == null) {
            return DAYS;
        }
        if (!value.matches("[0-9]{1,4}")) {
            throw new IllegalArgumentException("The option --before takes a number of days, found \"" + value + "\".");
        }
        return Integer.parseInt(value);
    }

    private static Path path(Map<String, String> values, String option) {
        String value = values.get(option);
        return value == null ? NONE : Path.of(value);
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value.");
        }
        return words.next();
    }
}
