package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.network.script.ScriptNetwork;

/** Who may issue what, decided by the registrars of the real network; each test takes a type nobody else uses. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class DecisionsIT {
    private static final String CARRIER = "CarrierMSP";

    @TempDir
    Path folder;

    private Path profiles = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void aDocument(ScriptNetwork network) throws IOException {
        profiles = network.profiles();
        file = Client.newFile(folder, "paper.pdf");
    }

    @Test
    void aGrantTakesEffectWithTheApprovalOfTheThirdOrganisation() {
        assertRefused("NOT_AUTHORISED", submit("325"));
        String id = propose("propose-grant", "325", "--from", "2026-01-01", "--accreditation", "UZ-AK 325");
        assertTrue(muhr("proposals", "--as", "carrier").out().contains(id));
        assertSays("PROPOSED", muhr("approve", id, "--as", "chamber/registrar"));
        assertRefused("NOT_AUTHORISED", submit("325"));
        assertSays("EFFECTIVE", muhr("approve", id, "--as", "quarantine/registrar"));
        assertFalse(muhr("proposals", "--as", "carrier").out().contains(id));
        assertSays("ANCHORED", submit("325"));
        assertSays("VALID", verify());

        JsonObject granted = authority("325");
        assertEquals(1, granted.get("sequence").getAsLong());
        assertEquals(id, granted.get("proposal").getAsString());
        JsonObject period = granted.getAsJsonArray("periods").get(0).getAsJsonObject();
        assertEquals("2026-01-01T00:00:00Z", period.get("from").getAsString());
        assertEquals("UZ-AK 325", period.get("accreditation").getAsString());
    }

    @Test
    void anOrganisationCountsOnceAndOnlyItsRegistrarCounts() {
        String id = propose("propose-grant", "326", "--from", "2026-01-01", "--accreditation", "UZ-AK 326");
        assertRefused("ALREADY_APPROVED", muhr("approve", id, "--as", "customs/registrar"));
        assertRefused("NOT_AUTHORISED", muhr("approve", id, "--as", "chamber/issuer"));
        assertRefused(
                "PROPOSAL_EXISTS",
                muhr(
                        "propose-grant",
                        "--issuer",
                        CARRIER,
                        "--type",
                        "326",
                        "--from",
                        "2026-01-01",
                        "--accreditation",
                        "UZ-AK 326",
                        "--as",
                        "chamber/registrar"));
        assertRefused("UNKNOWN_PROPOSAL", muhr("approve", "0".repeat(64), "--as", "chamber/registrar"));
        carry(id);
        assertRefused("PROPOSAL_CLOSED", muhr("approve", id, "--as", "carrier/registrar"));
    }

    @Test
    void whatIsDistrustedReadsNotAuthorisedAndEarlierDocumentsStay() {
        carry(propose("propose-grant", "327", "--from", "2026-01-01", "--accreditation", "UZ-AK 327"));
        assertSays("ANCHORED", submit("327"));
        String afterwards = Instant.now().plus(Duration.ofHours(1)).toString();
        carry(propose("distrust", "327", "--since", afterwards));
        assertSays("VALID", verify());

        carry(propose("distrust", "327", "--since", "2026-02-01"));
        Terminal said = verify();
        assertSays("NOT_AUTHORISED", said);
        assertEquals(1, said.exit());
        assertRefused("NOT_AUTHORISED", submitAnother("327"));
        assertEquals(
                "2026-02-01T00:00:00Z", authority("327").get("distrustedSince").getAsString());
    }

    @Test
    void aWithdrawalEndsTheAuthorityAndLeavesWhatWasAnchored() {
        carry(propose("propose-grant", "328", "--from", "2026-01-01", "--accreditation", "UZ-AK 328"));
        assertSays("ANCHORED", submit("328"));
        carry(propose("propose-withdrawal", "328", "--from", "2026-01-01"));
        assertSays("VALID", verify());
        Terminal later = muhr(
                "verify",
                file.toString(),
                "--at",
                Instant.now().plus(Duration.ofMinutes(1)).toString(),
                "--as",
                "customs");
        assertSays("VALID", later);
        assertTrue(later.out().contains("when anchored: yes; at the asked time: no"), later.out());
        assertEquals(2, authority("328").get("sequence").getAsLong());
    }

    @Test
    void aCertificateIsDistrustedByItsHash() {
        carry(propose("propose-grant", "329", "--from", "2026-01-01", "--accreditation", "UZ-AK 329"));
        assertSays("ANCHORED", submit("329"));
        String unused = "ab".repeat(32);
        String id = id(muhr(
                "distrust", "--certificate", unused, "--since", "2026-02-01", "--as", "customs/registrar", "--json"));
        carry(id);
        assertSays("VALID", verify());
    }

    @Test
    void whatCannotBeMeantIsRefusedBeforeAnythingIsSent() {
        List<String[]> wrong = List.of(
                new String[] {"propose-grant", "--issuer", CARRIER, "--type", "861", "--from", "2026-01-01"},
                new String[] {"distrust", "--since", "2026-01-01"},
                new String[] {"distrust", "--certificate", "xyz", "--since", "2026-01-01"},
                new String[] {"distrust", "--issuer", CARRIER, "--type", "861", "--certificate", "ab", "--since", "x"},
                new String[] {"distrust", "--issuer", CARRIER, "--since", "2026-01-01"},
                new String[] {"propose-withdrawal", "--issuer", CARRIER, "--type", "861", "--from", "soon"},
                new String[] {"propose-admission"},
                new String[] {"propose-admission", "no MSP"},
                new String[] {"approve", "not an id"},
                new String[] {"authorities", "--issuer", "no MSP"});
        for (String[] words : wrong) {
            List<String> line = new ArrayList<>(List.of(words));
            line.addAll(List.of("--as", "customs/registrar"));
            Terminal said = muhr(line.toArray(String[]::new));
            assertEquals(Exit.USAGE, said.exit(), String.join(" ", words) + said.err());
            assertEquals(1, said.sentences(), said.err());
        }
    }

    @Test
    void theAuthoritiesOfAllMembersAreShown() {
        String all = muhr("authorities", "--as", "carrier").out();
        assertTrue(all.contains("ChamberMSP  certificate of origin (type 861)"), all);
        assertTrue(all.contains("QuarantineMSP  phytosanitary certificate (type 851)"), all);
        String chamber =
                muhr("authorities", "--issuer", "ChamberMSP", "--as", "carrier").out();
        assertTrue(chamber.contains("ChamberMSP") && !chamber.contains("QuarantineMSP"), chamber);
    }

    /** Proposes something of the carrier's authority over a type, as customs, and answers the proposal's id. */
    private String propose(String command, String type, String... more) {
        List<String> line = new ArrayList<>(List.of(command, "--issuer", CARRIER, "--type", type));
        line.addAll(List.of(more));
        line.addAll(List.of("--as", "customs/registrar", "--json"));
        return id(muhr(line.toArray(String[]::new)));
    }

    private static String id(Terminal said) {
        assertEquals(0, said.exit(), said.err());
        return JsonParser.parseString(said.out()).getAsJsonObject().get("id").getAsString();
    }

    /** Approves it as two more organisations. */
    private void carry(String id) {
        assertSays("PROPOSED", muhr("approve", id, "--as", "chamber/registrar"));
        assertSays("EFFECTIVE", muhr("approve", id, "--as", "quarantine/registrar"));
    }

    private JsonObject authority(String type) {
        JsonArray all = JsonParser.parseString(muhr("authorities", "--issuer", CARRIER, "--as", "customs", "--json")
                        .out())
                .getAsJsonArray();
        for (var each : all) {
            if (each.getAsJsonObject().get("type").getAsString().equals(type)) {
                return each.getAsJsonObject();
            }
        }
        throw new AssertionError(type + " is not among " + all);
    }

    private Terminal submit(String type) {
        return muhr(
                "submit", file.toString(), "--type", type, "--number", Client.newNumber(), "--as", "carrier/issuer");
    }

    private Terminal submitAnother(String type) {
        try {
            Path another = Client.newFile(folder, "another.pdf");
            return muhr(
                    "submit",
                    another.toString(),
                    "--type",
                    type,
                    "--number",
                    Client.newNumber(),
                    "--as",
                    "carrier/issuer");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Terminal verify() {
        return muhr("verify", file.toString(), "--as", "customs");
    }

    private static void assertSays(String word, Terminal said) {
        assertTrue(said.out().startsWith(word), said.out() + said.err());
    }

    private static void assertRefused(String code, Terminal said) {
        assertEquals(Exit.NOT_VALID, said.exit(), said.out() + said.err());
        assertTrue((said.out() + said.err()).contains(code), said.out() + said.err());
    }

    private Terminal muhr(String... words) {
        List<String> line = new ArrayList<>(List.of(words));
        line.addAll(List.of("--profiles", profiles.toString()));
        return Terminal.muhr(line.toArray(String[]::new));
    }
}
