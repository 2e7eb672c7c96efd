package uz.muhr.client.witness;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.proof.checkpoint.Checkpoint;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.Refusal;

class CosignedFileTest {
    private static final MspId CUSTOMS = new MspId("CustomsMSP");

    @TempDir
    Path data;

    @Test
    void nothingIsKnownAtFirst() {
        assertEquals(Optional.empty(), file().read());
    }

    @Test
    void whatWasSignedIsKnownAfterwards() {
        file().keep(checkpoint(7));
        assertEquals(
                Optional.of(checkpoint(7)),
                CosignedFile.in(data, CUSTOMS, "documents").read());
    }

    @Test
    void theHighestIsKept() {
        file().keep(checkpoint(7));
        file().keep(checkpoint(9));
        file().keep(checkpoint(8));
        assertEquals(Optional.of(checkpoint(9)), file().read());
    }

    @Test
    void eachOrganisationAndChannelHasItsOwn() {
        file().keep(checkpoint(7));
        assertEquals(
                Optional.empty(),
                CosignedFile.in(data, new MspId("CarrierMSP"), "documents").read());
        assertEquals(Optional.empty(), CosignedFile.in(data, CUSTOMS, "seals").read());
    }

    @Test
    void aDamagedFileIsRefusedAndNotTakenForNone() throws IOException {
        file().keep(checkpoint(7));
        Files.writeString(data.resolve("checkpoints").resolve(file().name()), "{}");
        assertThrows(Refusal.class, () -> file().read());
        assertThrows(Refusal.class, () -> file().keep(checkpoint(9)));
    }

    private CosignedFile file() {
        return CosignedFile.in(data, CUSTOMS, "documents");
    }

    private static Checkpoint checkpoint(long height) {
        return new Checkpoint("documents", "0f".repeat(32), height, "ab".repeat(32));
    }
}
