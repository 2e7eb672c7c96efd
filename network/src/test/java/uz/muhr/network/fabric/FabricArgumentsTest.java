package uz.muhr.network.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class FabricArgumentsTest {
    @Test
    void prepareTakesEverything() {
        assertEquals(
                new FabricArguments(
                        "prepare",
                        Path.of("t"),
                        Path.of("h"),
                        Path.of("b"),
                        Path.of("s.jar"),
                        Map.of("x", Path.of("x.jar"), "y", Path.of("y=1.jar")),
                        Set.of("peer-a", "orderer-a"),
                        "",
                        "",
                        OptionalInt.of(30),
                        true,
                        false),
                FabricArguments.parse(
                        ("prepare --topology t --home h --builder b --server s.jar --fresh --chaincode x=x.jar"
                                        + " --chaincode y=y=1.jar --running peer-a,orderer-a")
                                .split(" ", -1)));
    }

    @Test
    void statusTakesJson() {
        assertTrue(parse("status --topology t --home h --json").json());
    }

    @Test
    void whoJoinsIsNamed() {
        FabricArguments admit = parse("admit --topology t --home h --builder b --organisation x --running peer-a");
        assertEquals("x", admit.organisation());
        assertEquals(Set.of("peer-a"), admit.running());
    }

    @Test
    void whoseIdentityIsRevokedIsNamed() {
        FabricArguments revoke = parse("revoke --topology t --home h --organisation x --user y");
        assertEquals("x/y", revoke.organisation() + "/" + revoke.user());
    }

    @Test
    void renewalTakesThirtyDaysOrAsManyAsAreNamedOrAll() {
        Instant now = Instant.parse("2026-11-26T00:00:00Z");
        String due = "due --topology t --home h";
        assertEquals(Instant.parse("2026-12-26T00:00:00Z"), parse(due).horizon(now));
        assertEquals(
                Instant.parse("2026-11-28T00:00:00Z"),
                parse(due + " --before 2").horizon(now));
        assertEquals(Instant.MAX, parse(due + " --all").horizon(now));
        assertEquals(
                "x", parse("renew --topology t --home h --organisation x --all").organisation());
        assertRefused("Only one of --before and --all can be given.", due + " --before 1 --all");
        for (String wrong : new String[] {"-1", "x", "99999", "1.5"}) {
            assertRefused(
                    "The option --before takes a number of days, found \"" + wrong + "\".", due + " --before " + wrong);
        }
    }

    @Test
    void eachMistakeIsNamed() {
        assertRefused("There is no command \"\".", "");
        assertRefused("There is no command \"start\".", "start --topology t --home h");
        assertRefused("The command deploy has no option \"--fresh\".", "deploy --topology t --home h --fresh");
        assertRefused("The command deploy needs the option --home.", "deploy --topology t");
        assertRefused("The command renew needs the option --organisation.", "renew --topology t --home h");
        assertRefused("The command revoke needs the option --user.", "revoke --topology t --home h --organisation x");
        assertRefused("The command upgrade needs the option --server.", "upgrade --topology t --home h --builder b");
        assertRefused("The option --home needs a value.", "deploy --topology t --home");
        assertRefused("The option --home is given twice.", "deploy --topology t --home h --home h");
        String prepare = "prepare --topology t --home h --builder b --server s ";
        for (String wrong : new String[] {"x", "=x.jar", "x=", "="}) {
            assertRefused(
                    "A chaincode is given as NAME=JAR, found \"" + wrong + "\".", prepare + "--chaincode " + wrong);
        }
        assertRefused("The chaincode x is given twice.", prepare + "--chaincode x=a --chaincode x=b");
    }

    @Test
    void anyWordsAreTakenOrRefusedAndNothingElse() {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        String[] words = {
            "prepare",
            "admit",
            "enter",
            "revoke",
            "due",
            "renew",
            "--organisation",
            "--user",
            "--before",
            "--all",
            "7",
            "upgrade",
            "deploy",
            "retire",
            "status",
            "--topology",
            "--home",
            "--builder",
            "--server",
            "--chaincode",
            "--running",
            "--fresh",
            "--json",
            "x",
            "x=y",
            ",",
            ""
        };
        for (int round = 0; round < 5_000; round++) {
            String[] line = random.ints(random.nextInt(12), 0, words.length)
                    .mapToObj(i -> words[i])
                    .toArray(String[]::new);
            try {
                FabricArguments.parse(line);
            } catch (IllegalArgumentException refusal) {
                assertTrue(String.valueOf(refusal.getMessage()).endsWith("."), () -> "seed " + seed);
            }
        }
    }

    private static FabricArguments parse(String line) {
        return FabricArguments.parse(line.isEmpty() ? new String[0] : line.split(" ", -1));
    }

    private static void assertRefused(String sentence, String line) {
        assertEquals(
                sentence,
                assertThrows(IllegalArgumentException.class, () -> parse(line)).getMessage());
    }
}
