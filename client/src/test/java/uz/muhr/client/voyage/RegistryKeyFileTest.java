package uz.muhr.client.voyage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

class RegistryKeyFileTest {
    private static final MspId CARRIER = new MspId("CarrierMSP");

    @TempDir
    Path folder;

    @Test
    void aKeyIsDrawnOnceAndForItsOwnerAlone() throws IOException {
        RegistryKeyFile file = RegistryKeyFile.in(folder.resolve("new"), CARRIER);
        assertEquals(Optional.empty(), file.find());
        RegistryKey key = file.findOrDraw(new SecureRandom());
        assertEquals(key, file.findOrDraw(new SecureRandom()));
        assertEquals(
                Optional.of(key),
                RegistryKeyFile.in(folder.resolve("new"), CARRIER).find());
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(file.file().path())));
        assertNotEquals(
                key, RegistryKeyFile.in(folder, CARRIER).findOrDraw(new SecureRandom()), "another folder, another key");
    }

    @Test
    void aDamagedKeyOrAnotherOrganisationsIsRefused() throws IOException {
        RegistryKeyFile file = RegistryKeyFile.in(folder, CARRIER);
        file.findOrDraw(new SecureRandom());
        String text = Files.readString(file.file().path());
        int digit = text.indexOf("\"key\":\"") + 7;
        char other = text.charAt(digit) == '0' ? '1' : '0';
        Files.writeString(file.file().path(), text.substring(0, digit) + other + text.substring(digit + 1));
        Refusal refusal = assertThrows(Refusal.class, file::find);
        assertTrue(refusal.sentence().contains("damaged"), refusal::sentence);
        Files.writeString(
                RegistryKeyFile.in(folder, new MspId("CustomsMSP")).file().path(), text);
        assertThrows(Refusal.class, RegistryKeyFile.in(folder, new MspId("CustomsMSP"))::find);
    }
}
