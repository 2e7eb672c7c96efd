package uz.muhr.network.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The command line, checked.
 *
 * @param running names of the network's parts that run already
 * @param chaincodes the jars of other chaincode servers by name
 */
public record Arguments(
        String command,
        Path topology,
        Path home,
        boolean fresh,
        boolean json,
        Set<String> running,
        Map<String, Path> chaincodes) {
    static final String USAGE = """
            usage: prepare --topology FILE --home DIR [--fresh] [--running PART[,PART...]]
                           [--chaincode NAME=JAR]...
                   await   --topology FILE --home DIR
                   access  --topology FILE --home DIR
                   discard --topology FILE --home DIR
                   status  --topology FILE --home DIR [--json]""";

    private static final List<String> COMMANDS = List.of("prepare", "await", "access", "discard", "status");

    public Arguments {
        running = Set.copyOf(running);
        chaincodes = Map.copyOf(chaincodes);
    }

    /** @throws IllegalArgumentException with one sentence about the first thing that is wrong */
    static Arguments parse(String... args) {
        Iterator<String> words = Arrays.asList(args).iterator();
        if (!words.hasNext()) {
            throw new IllegalArgumentException("A command is missing.");
        }
        String command = words.next();
        if (!COMMANDS.contains(command)) {
            throw new IllegalArgumentException("There is no command \"" + command + "\".");
        }
        @Nullable Path topology = null;
        @Nullable Path home = null;
        boolean fresh = false;
        boolean json = false;
        Set<String> running = new TreeSet<>();
        Map<String, Path> chaincodes = new TreeMap<>();
        while (words.hasNext()) {
            String option = words.next();
            if (option.equals("--topology")) {
                topology = Path.of(value(option, words));
            } else if (option.equals("--home")) {
                home = Path.of(value(option, words));
            } else if (option.equals("--running") && command.equals("prepare")) {
                running.addAll(List.of(value(option, words).split(",", -1)));
            } else if (option.equals("--chaincode") && command.equals("prepare")) {
                addChaincode(chaincodes, value(option, words));
            } else if (option.equals("--fresh") && command.equals("prepare")) {
                fresh = true;
            } else if (option.equals("--json") && command.equals("status")) {
                json = true;
            } else {
                throw new IllegalArgumentException("The command " + command + " has no option \"" + option + "\".");
            }
        }
        if (topology == null || home == null) {
            throw new IllegalArgumentException("Both --topology FILE and --home DIR are needed.");
        }
        return new Arguments(command, topology, home, fresh, json, running, chaincodes);
    }

    /**
     * Takes NAME=JAR apart.
     *
     * @throws IllegalArgumentException when it is not of that form, or the name was given before
     */
    public static void addChaincode(Map<String, Path> chaincodes, String value) {
        int equals = value.indexOf('=');
        if (equals < 1 || equals == value.length() - 1) {
            throw new IllegalArgumentException("A chaincode is given as NAME=JAR, found \"" + value + "\".");
        }
        if (chaincodes.put(value.substring(0, equals), Path.of(value.substring(equals + 1))) != null) {
            throw new IllegalArgumentException("The chaincode " + value.substring(0, equals) + " is given twice.");
        }
    }

    private static String value(String option, Iterator<String> words) {
        if (!words.hasNext()) {
            throw new IllegalArgumentException("The option " + option + " needs a value.");
        }
        return words.next();
    }
}
