package uz.muhr.client.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.TestNetwork;

class ProfileTest {
    private static final String VALID = """
            {"format":1,"organisation":"chamber","mspId":"ChamberMSP","channel":"documents","chaincode":"muhr",
             "gateways":[{"address":"127.0.0.1:8051","serverName":"peer.chamber.example","tlsCaCertificate":"ca.pem"}],
             "users":[{"name":"issuer","role":"issuer","certificate":"c.pem","privateKey":"k.pem"},
                      {"name":"clerk","role":"issuer","certificate":"d.pem","privateKey":"l.pem"}]}""";

    @TempDir
    Path folder;

    @Test
    void itsPathsAreRelativeToIt() throws IOException {
        Profile profile = Profile.read(write(VALID));
        assertEquals("ChamberMSP", profile.mspId().value());
        assertEquals(folder.resolve("ca.pem"), profile.gateways().get(0).tlsCaCertificate());
        assertEquals("issuer", profile.user("clerk").role());
    }

    @Test
    void gatewaysKeepTheirOrderAndAnotherOrganisationsIsNamed() throws IOException {
        Profile profile = Profile.read(write(withSecondGateway("\"mspId\":\"CustomsMSP\",")));
        assertEquals(List.of("ChamberMSP", "CustomsMSP"), organisations(profile));
    }

    @Test
    void aGatewayThatNamesNoOrganisationIsTheProfilesOwn() throws IOException {
        Profile profile = Profile.read(write(withSecondGateway("")));
        assertEquals("ChamberMSP", profile.gateways().get(1).mspId().value());
    }

    @Test
    void aGatewayOfAnOrganisationThatCannotBeIsRefused() throws IOException {
        Path file = write(withSecondGateway("\"mspId\":\"customs msp\","));
        assertThrows(LedgerConfigurationException.class, () -> Profile.read(file));
    }

    @Test
    void theProfileThatTheReadmeShowsIsOne() throws IOException {
        String readme = Files.readString(TestNetwork.root().resolve("README.md"));
        String shown = readme.substring(readme.indexOf("```json\n") + 8);
        Profile profile = Profile.read(write(shown.substring(0, shown.indexOf("```"))));
        assertEquals(List.of("ChamberMSP", "CustomsMSP"), organisations(profile));
    }

    private static List<String> organisations(Profile profile) {
        return profile.gateways().stream()
                .map(gateway -> gateway.mspId().value())
                .toList();
    }

    private static String withSecondGateway(String organisation) {
        return VALID.replace(
                "}],\n \"users\"",
                "},{" + organisation
                        + "\"address\":\"127.0.0.1:7051\",\"serverName\":\"peer.customs.example\",\"tlsCaCertificate\":\"cc.pem\"}],\n \"users\"");
    }

    @Test
    void aUserItDoesNotHaveIsRefusedByNamingThoseItHas() throws IOException {
        Profile profile = Profile.read(write(VALID));
        LedgerConfigurationException refused =
                assertThrows(LedgerConfigurationException.class, () -> profile.user("nobody"));
        assertTrue(String.valueOf(refused.getMessage()).contains("issuer, clerk"));
    }

    @Test
    void aMissingProfileSaysWhatToDo() {
        LedgerConfigurationException refused =
                assertThrows(LedgerConfigurationException.class, () -> Profile.read(folder.resolve("none.json")));
        assertTrue(String.valueOf(refused.getMessage()).contains("scripts/network up"));
    }

    @Test
    void keysThatAreNotThereAreNamedByTheirFiles() throws IOException {
        write(VALID);
        LedgerConfigurationException refused =
                assertThrows(LedgerConfigurationException.class, () -> Ledger.open(folder, "chamber/clerk"));
        assertTrue(String.valueOf(refused.getMessage()).contains("d.pem"), refused.getMessage());
    }

    @Test
    void mutationsAreRefusedOrReadButNeverAnythingElse() throws IOException {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 500; round++) {
            StringBuilder mutated = new StringBuilder(VALID);
            for (int i = 0; i < 3; i++) {
                mutated.setCharAt(random.nextInt(mutated.length()), (char) (32 + random.nextInt(96)));
            }
            Path file = write(mutated.toString());
            try {
                assertTrue(Profile.read(file).users().size() == 2, "seed " + seed);
            } catch (LedgerConfigurationException refused) {
                assertTrue(String.valueOf(refused.getMessage()).contains("chamber.json"), "seed " + seed);
            }
        }
    }

    private Path write(String text) throws IOException {
        return Files.writeString(folder.resolve("chamber.json"), text);
    }
}
