package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.voyage.Registries;
import uz.muhr.network.script.ScriptNetwork;

/** Real files of DCSA track-and-trace events, imported for the container that they are about. */
@Tag("shared")
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class RealEventsIT {
    private static final Path SHARED =
            TestNetwork.root().resolve("../shared/data/third-party/dcsaorg_Conformance-Gateway/tnt");

    @TempDir
    Path folder;

    @Test
    void theOpenedDoorIsRecordedAndEveryFaultIsSaid(ScriptNetwork network) throws IOException {
        assumeTrue(Files.isDirectory(SHARED), "shared/ is not there: skipped");
        String name = folder.resolve("voyage").toString();
        says("OPENED", muhr(network, "consignment", "open", name, "--container", "APZU4812090"));
        says(
                "AFFIXED",
                muhr(
                        network,
                        "seal",
                        "affix",
                        name,
                        Client.newNumber(),
                        "--maker",
                        "Tamga",
                        "--electronic",
                        "--data",
                        Registries.of(network.profiles()).toString()));
        List<String> arguments = new ArrayList<>(List.of("seal", "import", name));
        try (Stream<Path> files = Files.list(SHARED)) {
            files.map(Path::toString).sorted().forEach(arguments::add);
        }
        Terminal imported = muhr(network, arguments.toArray(new String[0]));
        says("IMPORTED", imported);
        assertEquals(1, lines(imported, "1 reading recorded"), "the door that was opened, out of one file");
        assertEquals(1, lines(imported, "CONTAINER_NUMBER: equipmentReference: \"APZU2134567\""));
        for (String fault :
                List.of("WRONG_TIME", "WRONG_ID", "REPEATED_ID", "MISSING_MEMBER", "PLACE", "VESSEL_NUMBER")) {
            assertTrue(lines(imported, fault) > 0, () -> fault + "\n" + imported.out());
        }
        Terminal again = muhr(network, arguments.toArray(new String[0]));
        assertEquals(1, lines(again, "0 readings recorded, 1 recorded before"));
        Terminal shown = muhr(network, "consignment", "show", name);
        assertTrue(shown.out().startsWith("TAMPERED"), shown.out());
    }

    private static long lines(Terminal terminal, String part) {
        return terminal.out().lines().filter(line -> line.contains(part)).count();
    }

    private static void says(String word, Terminal terminal) {
        assertEquals(Exit.VALID, terminal.exit(), () -> terminal.out() + terminal.err());
        assertTrue(terminal.out().startsWith(word), terminal::out);
    }

    private static Terminal muhr(ScriptNetwork network, String... arguments) {
        List<String> all = new ArrayList<>(List.of(arguments));
        all.addAll(List.of("--as", "carrier", "--profiles", network.profiles().toString()));
        return Terminal.muhr(all.toArray(new String[0]));
    }
}
