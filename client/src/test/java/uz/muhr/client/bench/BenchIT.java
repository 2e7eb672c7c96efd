package uz.muhr.client.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** {@code scripts/bench} on a network that is up, with little to do. */
@ExtendWith(TestNetwork.class)
final class BenchIT {
    private final ScriptNetwork network;

    @TempDir
    Path folder;

    BenchIT(ScriptNetwork network) {
        this.network = network;
    }

    private record Said(int exit, String out, String err) {}

    @Test
    void everyDocumentIsCountedAndTheFiguresFitEachOther() throws Exception {
        Said said = bench("--rounds", "2", "--documents", "40", "--clients", "2", "--fill", "25", "--json");
        assertEquals(0, said.exit, said.err);
        assertTrue(said.err.contains("Anchoring 25 documents ..."), said.err);
        JsonObject json = JsonParser.parseString(said.out).getAsJsonObject();
        assertEquals(2 * (40 + 2), json.get("sent").getAsInt(), "a twentieth of 40 is anchored singly");
        assertEquals(json.get("sent"), json.get("valid"));
        for (String part : List.of("alone", "together", "nothing", "idleAlone", "idleNothing", "verdicts", "reads")) {
            JsonObject figures = json.getAsJsonObject(part);
            assertEquals(0, figures.get("failed").getAsInt(), part);
            ordered(figures, "p50", "p95", "p99");
            ordered(figures.getAsJsonObject("perSecond"), "least", "median", "most");
        }
        ordered(json.getAsJsonObject("gain"), "least", "median", "most");
        assertTrue(json.getAsJsonObject("memory").get("chaincode").getAsLong() > 10_000_000, said.out);
    }

    @Test
    void withoutAnOrganisationThatIsThereNothingIsMeasured() throws Exception {
        Said said = bench("--as", "nobody");
        assertEquals(64, said.exit);
        assertTrue(said.err.startsWith("bench: There is no profile at "), said.err);
    }

    @Test
    void numbersThatCannotBeAreRefused() throws Exception {
        Said said = bench("--lists", "101");
        assertEquals(64, said.exit);
        assertEquals("bench: --lists has to be a number from 1 to 100; it is 101.", said.err.strip());
    }

    /** What never took a moment, or came in another order, was not measured. */
    private static void ordered(JsonObject figures, String... names) {
        double last = 0;
        for (String name : names) {
            double figure = figures.get(name).getAsDouble();
            assertTrue(figure > 0 && figure >= last, figures::toString);
            last = figure;
        }
    }

    private Said bench(String... options) throws Exception {
        List<String> line = new ArrayList<>(
                List.of(TestNetwork.root().resolve("scripts/bench").toString()));
        line.addAll(List.of(options));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder =
                new ProcessBuilder(line).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment()
                .put(
                        "MUHR_HOME",
                        network.profiles().resolve("../..").normalize().toString());
        Process process = builder.start();
        assertTrue(process.waitFor(2, TimeUnit.MINUTES), () -> String.join(" ", line));
        return new Said(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
