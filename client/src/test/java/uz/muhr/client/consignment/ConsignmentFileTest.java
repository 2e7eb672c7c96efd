package uz.muhr.client.consignment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.protocol.refusal.Refusal;

class ConsignmentFileTest {
    @TempDir
    Path folder;

    @Test
    void aConsignmentIsNamedWithItsEndingOrWithout() {
        Path whole = folder.resolve("voyage.muhr-consignment.json");
        assertEquals(whole, ConsignmentFile.named(folder.resolve("voyage")).path());
        assertEquals(whole, ConsignmentFile.named(whole).path());
    }

    @Test
    void itsReceiptIsNoDocumentThatAFolderWouldSubmit() {
        assertTrue(ReceiptFile.isReceipt(folder.resolve("voyage.muhr-consignment.json")));
    }

    @Test
    void whatWasCreatedIsReadAndNeverCreatedAgain() {
        ConsignmentFile file = ConsignmentFile.named(folder.resolve("voyage"));
        assertEquals(Optional.empty(), file.find());
        assertTrue(file.create(Voyage.pending()));
        assertFalse(file.create(Voyage.opened()));
        assertEquals(Voyage.pending(), file.read());
    }

    @Test
    void whatAnotherCommandWroteMeanwhileIsNotLost() {
        ConsignmentFile file = ConsignmentFile.named(folder.resolve("voyage"));
        file.create(Voyage.pending());
        file.replace(Voyage.pending(), Voyage.opened());
        ConsignmentReceipt stale = Voyage.pending();
        Refusal refusal = assertThrows(Refusal.class, () -> file.replace(stale, stale.with(Voyage.place("AZALT"))));
        assertTrue(refusal.sentence().contains("meanwhile"));
        assertEquals(Voyage.opened(), file.read());
    }

    @Test
    void aReceiptThatIsNotThereSaysWhereToGetOne() {
        Refusal refusal = assertThrows(Refusal.class, ConsignmentFile.named(folder.resolve("voyage"))::read);
        assertTrue(refusal.sentence().contains("voyage.muhr-consignment.json"));
    }

    @Test
    void whatIsTooLongOrNoTextIsRefused() throws IOException {
        ConsignmentFile file = ConsignmentFile.named(folder.resolve("voyage"));
        Files.write(file.path(), new byte[(1 << 19) + 1]);
        assertThrows(Refusal.class, file::read);
        Files.write(file.path(), new byte[] {(byte) 0xff, (byte) 0xfe});
        assertThrows(Refusal.class, file::read);
    }
}
