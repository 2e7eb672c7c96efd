package uz.muhr.client.web.table;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.register.Filling;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.register.RegisterView.Found;
import uz.muhr.client.register.SampleDocument;
import uz.muhr.client.register.SearchText;
import uz.muhr.protocol.refusal.Refusal;

/** All that a search finds, in one table. */
class DocumentTableTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final int MORE_THAN_TWO_PAGES = 1_203;

    @TempDir
    Path folder;

    private Register register;

    @BeforeEach
    void open() {
        register = Register.open(RegisterSettings.of(folder, null, null, null));
    }

    @AfterEach
    void close() {
        register.close();
    }

    private List<String> lines(Map<String, String> words) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Table<Found> table = DocumentTable.of(register, SearchText.export(words));
        assertEquals(register.asOf().number(), table.block());
        table.write(out);
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private void follow(int documents) {
        Filling filling = new Filling(register);
        filling.follow(0, MONDAY);
        filling.follow(
                1,
                MONDAY,
                IntStream.range(0, documents)
                        .mapToObj(n -> SampleDocument.anchored("ChamberMSP", "861", "CO-" + n, MONDAY.plusSeconds(n)))
                        .toArray(SampleDocument[]::new));
    }

    @Test
    void everyDocumentOfEveryPageStandsThereOnceNewestFirst() throws IOException {
        follow(MORE_THAN_TWO_PAGES);
        List<String> lines = lines(Map.of());
        assertEquals(MORE_THAN_TWO_PAGES + 1, lines.size());
        assertEquals(lines.size(), lines.stream().distinct().count());
        assertTrue(lines.get(0).startsWith("document,issuer,type,typeName,status"), lines.get(0));
        assertTrue(lines.get(1).contains(",ChamberMSP,861,certificate of origin,VALID,"), lines.get(1));
        assertTrue(
                lines.get(1)
                        .contains(MONDAY.plusSeconds(MORE_THAN_TWO_PAGES - 1).toString()),
                lines.get(1));
    }

    @Test
    void theFiltersAreThoseOfTheSearch() throws IOException {
        SampleDocument origin = SampleDocument.anchored("ChamberMSP", "861", "CO-1", MONDAY);
        SampleDocument licence = SampleDocument.anchored("QuarantineMSP", "911", "IP-1", MONDAY);
        Filling filling = new Filling(register);
        filling.follow(0, MONDAY);
        filling.follow(1, MONDAY, origin, licence);
        filling.follow(2, MONDAY, licence.revoked(MONDAY.plusSeconds(1)));
        List<String> revoked = lines(Map.of("status", "REVOKED"));
        assertEquals(2, revoked.size());
        assertTrue(revoked.get(1).contains("REVOKED,keyCompromise"), revoked.get(1));
        assertEquals(2, lines(Map.of("number", "CO-1")).size());
        assertEquals(1, lines(Map.of("issuer", "CustomsMSP")).size());
    }

    @Test
    void aTableHasNoPages() {
        for (String word : List.of("limit", "after", "color")) {
            assertThrows(Refusal.class, () -> SearchText.export(Map.of(word, "1")));
        }
    }

    @Test
    void itIsKnownWhetherThereAreMoreThanATableMayHave() {
        follow(3);
        assertTrue(register.findsMoreThan(SearchText.export(Map.of()), 2));
        assertFalse(register.findsMoreThan(SearchText.export(Map.of()), 3));
        assertFalse(register.findsMoreThan(SearchText.export(Map.of("type", "911")), 0));
    }

    @Test
    void anEmptyRegisterIsAProblemAndNoEmptyTable() {
        assertThrows(RegisterUnavailableException.class, () -> lines(Map.of()));
    }

    @Test
    void aPageThatIsLostAfterTheBeginningCutsTheTableShort() throws IOException {
        follow(MORE_THAN_TWO_PAGES);
        DocumentPages pages = new DocumentPages(register, SearchText.export(Map.of()));
        Table<Found> table = Table.of("x.csv", 1, List.of(new Column<>("block", Found::block)), pages);
        // Away after the first page was read, as a database may be.
        register.close();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(CutShortException.class, () -> table.write(out));
        assertTrue(out.toString(StandardCharsets.UTF_8).startsWith("block\r\n1\r\n"));
    }
}
