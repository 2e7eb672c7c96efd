package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.ToldNetwork;
import uz.muhr.client.consignment.SealsOnLedger;

/** The words of {@code muhr consignment} and {@code muhr seal}, and how each ends. */
class VoyageCommandsTest {
    private static final List<String> WRONG_USE = List.of(
            "seal",
            "seal open NAME",
            "seal affix NAME",
            "seal affix NAME UZ0043",
            "seal affix NAME UZ0043 --maker TAMGA --class X",
            "seal affix NAME UZ0043 --maker TAMGA --party XX",
            "seal affix NAME UZ0043 --maker TAMGA --container CSQU3054384",
            "seal affix NAME UZ0043 --maker TAMGA --container MSKU0000006",
            "seal hand-over NAME",
            "seal hand-over NAME UZ0042 --to Customs~MSP",
            "seal inspect NAME UZ0099",
            "seal inspect NAME UZ0042 --condition good",
            "seal inspect NAME UZ0042 --place TASHKENT",
            "seal inspect NAME UZ0042 --time yesterday",
            "seal inspect NAME UZ0042 --evidence NAME.none",
            "seal inspect NAME UZ0042 --manufacturer OTHER",
            "seal break NAME UZ0042 --reason because",
            "seal replace NAME UZ0042 --maker TAMGA",
            "seal report NAME UZ0042",
            "seal report NAME UZ0042 --condition right",
            "seal import NAME",
            "seal import NAME NAME.none",
            "seal import NAME NAME.muhr-consignment.json",
            "seal history NAME.none UZ0042",
            "consignment",
            "consignment open NAME --container CSQU3054384",
            "consignment open NAME --container CSQU3054383 --ucr 0",
            "consignment link NAME --document NAME.none",
            "consignment show NAME --at yesterday",
            "consignment show NAME.none");

    @TempDir
    Path folder;

    private final SealsOnLedger truth = new SealsOnLedger();
    private ToldNetwork network;

    @BeforeEach
    void aConsignment() throws IOException {
        network = ToldNetwork.of(folder.resolve("home"), truth);
        Terminal opened = as("carrier", "consignment open NAME --container CSQU3054383 --ucr 6UZ201234567TAS0001");
        assertEquals(Exit.VALID, opened.exit(), opened.err());
        assertTrue(opened.out().startsWith("OPENED  voyage.muhr-consignment.json"), opened.out());
    }

    @AfterEach
    void close() {
        network.close();
    }

    private Terminal as(String who, String line) {
        List<String> words =
                new ArrayList<>(List.of(line.replace("NAME", name()).split(" ", -1)));
        words.addAll(List.of("--profiles", network.profiles().toString(), "--as", who));
        return Terminal.muhr(words.toArray(String[]::new));
    }

    private String name() {
        return folder.resolve("voyage").toString();
    }

    private Terminal affix(String more) {
        return as("carrier", "seal affix NAME UZ0042 --maker TAMGA --data " + folder.resolve("data") + more);
    }

    private static void assertDone(String word, Terminal said) {
        assertEquals(Exit.VALID, said.exit(), said.err());
        assertTrue(said.out().startsWith(word + "  voyage"), said.out());
        assertEquals("", said.err());
    }

    private void assertRefused(String code, Terminal said) {
        assertEquals(Exit.NOT_VALID, said.exit(), said.err());
        assertTrue(said.err().startsWith("muhr: " + code + ": "), said.err());
        assertEquals(1, said.sentences());
        assertFalse(Files.exists(folder.resolve("voyage.muhr-consignment.json.under-way")));
    }

    @Test
    void aVoyageFromItsFirstSealToItsEnd() {
        assertDone("AFFIXED", affix(" --electronic"));
        assertDone("HANDED OVER", as("carrier", "seal hand-over NAME --to CustomsMSP --place UZTAS"));
        assertDone("WITHDRAWN", as("carrier", "seal withdraw NAME UZ0042"));
        assertDone("HANDED OVER", as("carrier", "seal hand-over NAME --to CustomsMSP"));
        assertDone("DECLINED", as("customs/officer", "seal decline NAME"));
        assertDone("HANDED OVER", as("carrier", "seal hand-over NAME --to CustomsMSP"));
        assertDone("ACCEPTED", as("customs/officer", "seal accept NAME"));
        assertDone("INSPECTED", as("customs/officer", "seal inspect NAME"));
        assertEquals(Exit.VALID, as("carrier", "consignment show NAME").exit());
        assertDone("BROKEN", as("customs/officer", "seal break NAME --reason sampling"));
        assertEquals(Exit.NOT_VALID, as("carrier", "consignment show NAME").exit());
        assertDone("REMOVED", as("customs/officer", "seal remove NAME"));
        Terminal history = as("carrier", "seal history NAME UZ0042");
        assertEquals(Exit.VALID, history.exit());
        assertTrue(history.out().contains("HAND_OVER to CustomsMSP at UZTAS by CarrierMSP"), history.out());
        assertTrue(history.out().contains("BREAK sampling by CustomsMSP"), history.out());
    }

    @Test
    void whatIsShownSaysVerdictCustodyAndGaps() {
        affix("");
        as("carrier", "seal report NAME --condition damaged");
        Terminal shown = as("carrier", "consignment show NAME");
        assertTrue(shown.out().startsWith("TAMPERED  "), shown.out());
        assertTrue(
                shown.out().contains("  consignment  6UZ201234567TAS0001, opened 2026-11-23T10:00:00Z by CarrierMSP"));
        assertTrue(shown.out().contains("    seal TAMGA UZ0042, class H, "), shown.out());
        assertTrue(shown.out().contains("      custody  CarrierMSP from 2026-11-23T12:00:00Z"), shown.out());
        assertTrue(shown.out().contains("  gaps         none"), shown.out());
        Terminal before = as("carrier", "consignment show NAME --at 2026-11-23T12:30:00Z");
        assertEquals(Exit.VALID, before.exit());
        assertTrue(before.out().contains("by what was recorded up to 2026-11-23T12:30:00Z."), before.out());
        assertEquals(
                Exit.NOT_VALID,
                as("carrier", "consignment show NAME --at 2026-11-22").exit());
    }

    @Test
    void anotherSealTakesTheOldOnesPlace() {
        affix("");
        assertDone(
                "REPLACED",
                as("carrier", "seal replace NAME UZ0042 --with UZ0043 --maker TAMGA --data " + folder.resolve("data")));
        Terminal shown = as("carrier", "consignment show NAME");
        assertTrue(shown.out().contains("REPLACE by TAMGA UZ0043"), shown.out());
        assertTrue(shown.out().contains("AFFIX in place of TAMGA UZ0042"), shown.out());
        assertDone("INSPECTED", as("carrier", "seal inspect NAME"));
    }

    @Test
    void aRefusalIsOneSentenceWithItsCode() {
        affix("");
        assertRefused("NOT_CUSTODIAN", as("customs/officer", "seal remove NAME"));
        assertRefused("ILLEGAL_TRANSITION", as("carrier", "seal withdraw NAME"));
        assertRefused("NOT_CUSTODIAN", as("carrier", "seal accept NAME"));
        assertRefused("SEAL_EXISTS", affix(" --class S"));
        assertTrue(affix("").out().contains("(it was already)"), "the same is no other seal");
        assertRefused("NOT_AUTHORISED", affix(" --party CU"));
    }

    @Test
    void whenNobodyAnswersItIsUndeterminedAndNothingIsUnderWay() {
        affix("");
        truth.ail(Status.UNAVAILABLE);
        Terminal said = as("carrier", "seal inspect NAME");
        assertEquals(Exit.UNDETERMINED, said.exit());
        assertEquals(1, said.sentences(), said.err());
        assertFalse(Files.exists(folder.resolve("voyage.muhr-consignment.json.under-way")));
    }

    @Test
    void whatNobodyHeardOfIsAskedForAgain() {
        affix("");
        truth.hold();
        Terminal said = as("carrier", "seal inspect NAME");
        assertEquals(Exit.UNDETERMINED, said.exit());
        assertTrue(said.err().contains("Ask again: nothing is doubled."), said.err());
        truth.release();
        Terminal again = as("carrier", "seal inspect NAME");
        assertTrue(again.out().contains("(it was already)"), again.out());
    }

    @Test
    void whichSealIsMeantHasToBeSaidUnlessThereIsOne() {
        Terminal none = as("carrier", "seal inspect NAME");
        assertEquals(Exit.USAGE, none.exit());
        assertTrue(none.err().contains("No seal is on"), none.err());
        affix("");
        as("carrier", "seal affix NAME UZ0043 --maker TAMGA --data " + folder.resolve("data"));
        Terminal several = as("carrier", "seal inspect NAME");
        assertEquals(Exit.USAGE, several.exit());
        assertTrue(several.err().contains("2 seals are on"), several.err());
        assertDone("INSPECTED", as("carrier", "seal inspect NAME UZ0043"));
    }

    @Test
    void wrongUseChangesNothing() throws IOException {
        affix("");
        int before = truth.ordered();
        String receipt = Files.readString(folder.resolve("voyage.muhr-consignment.json"));
        for (String line : WRONG_USE) {
            Terminal said = as("carrier", line + (line.contains("affix") ? " --data " + folder.resolve("data") : ""));
            assertEquals(Exit.USAGE, said.exit(), line + ": " + said.err());
            assertFalse(said.err().contains("Exception"), said.err());
            assertEquals("", said.out(), line);
            assertEquals(before, truth.ordered(), line);
            assertEquals(receipt, Files.readString(folder.resolve("voyage.muhr-consignment.json")), line);
        }
    }
}
