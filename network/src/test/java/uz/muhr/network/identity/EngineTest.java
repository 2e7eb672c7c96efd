package uz.muhr.network.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EngineTest {
    private final NetworkHome home;

    EngineTest(@TempDir Path folder) {
        home = new NetworkHome(folder);
    }

    @Test
    void aHomeIsItsFirstUsers() {
        assertEquals(Optional.empty(), Engine.of(home));
        Engine.claim(home, Engine.FABRIC);
        Engine.claim(home, Engine.FABRIC);
        assertEquals(Optional.of(Engine.FABRIC), Engine.of(home));
    }

    @Test
    void theOtherNetworkIsRefusedAndToldWhatToDo() {
        Engine.claim(home, Engine.DEVNET);
        IdentityException refusal = assertThrows(IdentityException.class, () -> Engine.claim(home, Engine.FABRIC));
        assertEquals(
                "The network in " + home.root() + " runs on the devnet (scripts/network up), and its ledger cannot go"
                        + " over to real Fabric; set MUHR_HOME to another folder, or add --fresh, which removes the old"
                        + " ledger and keys.",
                refusal.getMessage());
        assertEquals(Optional.of(Engine.DEVNET), Engine.of(home));
    }

    @Test
    void aDamagedRecordIsRefused() throws IOException {
        Files.writeString(home.engine(), "besu\n");
        IdentityException refusal = assertThrows(IdentityException.class, () -> Engine.of(home));
        assertTrue(String.valueOf(refusal.getMessage()).contains("devnet or fabric"), refusal::getMessage);
    }
}
