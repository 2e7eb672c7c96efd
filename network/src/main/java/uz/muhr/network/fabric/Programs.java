package uz.muhr.network.fabric;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Fabric's own programs. They are looked for in {@code FABRIC_BIN} or on {@code PATH}; this project does not carry them. */
public final class Programs {
    static final String PEER = "peer";
    static final String ORDERER = "orderer";
    static final String OSNADMIN = "osnadmin";
    static final String CONFIGTXGEN = "configtxgen";
    /** Needed by the commands alone that change a running channel. */
    static final String CONFIGTXLATOR = "configtxlator";

    static final List<String> ALL = List.of(PEER, ORDERER, OSNADMIN, CONFIGTXGEN);

    private static final String ORIGIN =
            "Official releases are the archives named hyperledger-fabric-...-VERSION.tar.gz on"
                    + " the releases page of the hyperledger/fabric repository on GitHub; unpack one and set FABRIC_BIN to its"
                    + " bin folder.";
    private static final Pattern VERSION = Pattern.compile("(?m)^\\s*Version:\\s*v?([0-9]+)\\.([0-9]+)\\.([0-9]+)");
    /** The first with BFT ordering is 3.0; batched reads and writes came with 3.1. */
    private static final int MAJOR = 3;

    private static final int MINOR = 1;
    private static final Duration ANSWER = Duration.ofSeconds(20);

    private final Map<String, Path> found;

    private final String where;

    private Programs(Map<String, Path> found, String where) {
        this.found = Map.copyOf(found);
        this.where = where;
    }

    /**
     * Finds all of them; configtxlator may be missing.
     *
     * @param environment where {@code FABRIC_BIN} (used alone when it is set) and {@code PATH} are looked up
     * @throws FabricException with the names of those that are missing or too old, and where to have them from
     */
    static Programs find(Map<String, String> environment) {
        String named = environment.getOrDefault("FABRIC_BIN", "");
        String searched = named.isEmpty() ? environment.getOrDefault("PATH", "") : named;
        Map<String, Path> found = new HashMap<>();
        Stream.concat(ALL.stream(), Stream.of(CONFIGTXLATOR)).forEach(name -> folders(named, searched)
                .map(folder -> folder.resolve(name))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst()
                .ifPresent(file -> found.put(name, file.toAbsolutePath())));
        Programs programs = new Programs(found, named.isEmpty() ? "on PATH" : "in FABRIC_BIN (" + named + ")");
        programs.require(ALL);
        return programs;
    }

    /** @throws FabricException when configtxlator is missing, which changes of a running channel need */
    Programs requireConfigtxlator() {
        require(List.of(CONFIGTXLATOR));
        return this;
    }

    private void require(List<String> names) {
        List<String> missing =
                names.stream().filter(name -> !found.containsKey(name)).toList();
        if (!missing.isEmpty()) {
            throw new FabricException("Hyperledger Fabric's " + String.join(", ", missing) + " "
                    + (missing.size() == 1 ? "was" : "were") + " not found " + where + ". " + ORIGIN);
        }
    }

    private static Stream<Path> folders(String named, String searched) {
        return named.isEmpty()
                ? Stream.of(searched.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                : Stream.of(Path.of(named));
    }

    /** Why the programs cannot be used, without asking them anything; empty when all are there. */
    public static Optional<String> absence(Map<String, String> environment) {
        try {
            find(environment);
            return Optional.empty();
        } catch (FabricException missing) {
            return Optional.ofNullable(missing.getMessage());
        }
    }

    /** @throws FabricException when peer or orderer is older than 3.1; osnadmin and configtxgen come with them */
    Programs requireVersions() {
        for (String name : List.of(PEER, ORDERER)) {
            String answer = new ProgramRun(path(name)).arguments("version").within(ANSWER);
            Matcher version = VERSION.matcher(answer);
            if (!version.find()) {
                throw new FabricException(
                        "\"" + path(name) + " version\" was expected to name a version and answered \""
                                + answer.lines().findFirst().orElse("") + "\". " + ORIGIN);
            }
            int major = Integer.parseInt(version.group(1));
            int minor = Integer.parseInt(version.group(2));
            if (major < MAJOR || (major == MAJOR && minor < MINOR)) {
                throw new FabricException("Hyperledger Fabric " + MAJOR + "." + MINOR + " or newer is needed; "
                        + path(name) + " is of version " + major + "." + minor + "." + version.group(3) + ". "
                        + ORIGIN);
            }
        }
        return this;
    }

    Path path(String name) {
        Path path = found.get(name);
        if (path == null) {
            throw new IllegalArgumentException("The program " + name + " is not among " + found.keySet() + ".");
        }
        return path;
    }
}
