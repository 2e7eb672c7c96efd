package uz.muhr.network.identity;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.network.topology.Organisation;
import uz.muhr.network.topology.SampleTopology;
import uz.muhr.network.topology.Topology;
import uz.muhr.network.topology.TopologyException;

final class NewcomerTest {
    private final Topology four = SampleTopology.topology();
    private final Organisation terminal = SampleTopology.newcomer();
    private final Topology five = SampleTopology.with(four, 4, terminal);
    private final NetworkHome home;

    NewcomerTest(@TempDir Path folder) {
        home = Enrolment.prepare(four, folder.resolve("home"), HomeFixture.at(HomeFixture.NOON));
    }

    @Test
    void oneMoreAtTheEndIsTakenIn() throws IOException {
        byte[] before =
                Files.readAllBytes(home.peer(four.organisation("customs")).certificate());
        assertEquals(terminal, Newcomer.require(five, home, "terminal"));
        enrol(five);
        assertEquals(home, Enrolment.prepare(five, home.root(), HomeFixture.at(HomeFixture.NOON)));
        assertTrue(Files.exists(home.orderer(terminal).privateKey()));
        assertTrue(Files.readString(home.profile(terminal)).contains("TerminalMSP"));
        assertArrayEquals(
                before,
                Files.readAllBytes(home.peer(four.organisation("customs")).certificate()));
    }

    @Test
    void theSameAgainChangesNothing() throws IOException {
        enrol(five);
        byte[] key = Files.readAllBytes(home.peer(terminal).privateKey());
        assertEquals(terminal, Newcomer.require(five, home, "terminal"));
        enrol(five);
        assertArrayEquals(key, Files.readAllBytes(home.peer(terminal).privateKey()));
    }

    @Test
    void whatOneWhoWasCutOffLeftIsMadeAnew() throws IOException {
        enrol(five);
        byte[] key = Files.readAllBytes(home.peer(terminal).privateKey());
        Files.writeString(home.fingerprint(), Fingerprint.of(four) + "\n");
        enrol(five);
        assertFalse(Arrays.equals(key, Files.readAllBytes(home.peer(terminal).privateKey())));
        assertEquals(
                HomeFixture.certificate(home.peer(terminal).authority()),
                HomeFixture.certificate(home.signingAuthority(terminal).certificate()));
        try (var beside = Files.list(home.root().resolveSibling("."))) {
            assertEquals(
                    List.of("home"),
                    beside.map(each -> each.getFileName().toString()).toList());
        }
    }

    @Test
    void anyOtherPlaceOfTheListIsRefused() {
        for (int place = 0; place < 4; place++) {
            Topology moved = SampleTopology.with(four, place, terminal);
            assertEquals(
                    "An organisation joins at the end of the list; move terminal there, after carrier.",
                    refusal(moved, "terminal"));
        }
    }

    @Test
    void anyOtherChangeBesideItIsRefused() {
        String sentence = "The topology was expected to be that of the network in " + home.root()
                + " with nothing but terminal added at the end, and differs in something else; undo the other changes.";
        Topology moved = four.onFreePorts();
        assertEquals(sentence, refusal(SampleTopology.with(moved, 4, terminal), "terminal"));
        assertEquals(sentence, refusal(SampleTopology.with(four.first(3), 3, terminal), "terminal"));
        Organisation second =
                new Organisation("bank", "BankMSP", "bank.x", SampleTopology.ports(12050), terminal.users(), List.of());
        assertEquals(sentence.replace("terminal", "bank"), refusal(SampleTopology.with(five, 5, second), "bank"));
    }

    @Test
    void anOrganisationThatTheTopologyDoesNotNameIsRefused() {
        assertThrows(TopologyException.class, () -> Newcomer.require(four, home, "terminal"));
    }

    private String refusal(Topology topology, String name) {
        List<Path> before = HomeFixture.files(home.root());
        String sentence =
                String.valueOf(assertThrows(IdentityException.class, () -> Newcomer.require(topology, home, name))
                        .getMessage());
        assertEquals(before, HomeFixture.files(home.root()));
        assertNotEquals("", sentence);
        return sentence;
    }

    private void enrol(Topology topology) {
        Newcomer.enrol(topology, home, terminal, HomeFixture.at(HomeFixture.NOON));
    }
}
