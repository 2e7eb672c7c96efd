package uz.muhr.network.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ArgumentsTest {
    @Test
    void everyOptionIsUnderstood() {
        assertEquals(
                new Arguments(
                        "prepare",
                        Path.of("t"),
                        Path.of("h"),
                        true,
                        false,
                        Set.of("devnet", "chaincode-a"),
                        Map.of("x", Path.of("y=z.jar"))),
                Arguments.parse(
                        "prepare",
                        "--fresh",
                        "--running",
                        "devnet,chaincode-a",
                        "--topology",
                        "t",
                        "--home",
                        "h",
                        "--chaincode",
                        "x=y=z.jar"));
        assertEquals(
                new Arguments("status", Path.of("t"), Path.of("h"), false, true, Set.of(), Map.of()),
                Arguments.parse("status", "--json", "--home", "h", "--topology", "t"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                              | There is no command \"\".",
                "stop --topology t --home h      | There is no command \"stop\".",
                "prepare --topology t            | Both --topology FILE and --home DIR are needed.",
                "prepare --topology              | The option --topology needs a value.",
                "await --fresh                   | The command await has no option \"--fresh\".",
                "prepare --chaincode x           | A chaincode is given as NAME=JAR, found \"x\".",
                "prepare --chaincode =x          | A chaincode is given as NAME=JAR, found \"=x\".",
                "await --chaincode x=y           | The command await has no option \"--chaincode\".",
                "prepare --json                  | The command prepare has no option \"--json\".",
                "status --running devnet         | The command status has no option \"--running\".",
                "status extra                    | The command status has no option \"extra\"."
            })
    void aWrongCommandLineIsRefusedByName(String line, String sentence) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, () -> Arguments.parse(line.split(" ", -1)))
                        .getMessage());
    }

    @Test
    void noCommandIsRefused() {
        assertEquals(
                "A command is missing.",
                assertThrows(IllegalArgumentException.class, Arguments::parse).getMessage());
    }

    @Test
    void anyWordsAreUnderstoodOrRefused() {
        String[] words = {
            "prepare",
            "await",
            "status",
            "--topology",
            "--home",
            "--fresh",
            "--json",
            "--running",
            "",
            ",",
            "t",
            "\u0000"
        };
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            String[] line = random.ints(random.nextInt(8), 0, words.length)
                    .mapToObj(i -> words[i])
                    .toArray(String[]::new);
            try {
                Arguments.parse(line);
            } catch (IllegalArgumentException refusal) {
                assertEquals(false, String.valueOf(refusal.getMessage()).isBlank(), "seed " + seed + " round " + round);
            }
        }
    }
}
