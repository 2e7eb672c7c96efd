package uz.muhr.client.apart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.zip.DeflaterOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.cos.COSStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import uz.muhr.client.document.Fact;
import uz.muhr.client.document.FileKind;
import uz.muhr.client.document.Pdfs;
import uz.muhr.client.document.Suggestion;
import uz.muhr.client.document.Suggestion.Stamping;
import uz.muhr.client.stamp.Mark;
import uz.muhr.client.stamp.UnstampableException;
import uz.muhr.client.stamp.UnstampableException.Cause;
import uz.muhr.client.stamp.VerifyPage;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;

/** Files are opened in real processes; one that was made to take everything takes only that. */
class OpenedApartTest {
    private static final Mark MARK = new Mark(
            new MspId("ChamberMSP"),
            new TypeCode("861"),
            new DocumentNumber("UZ-1"),
            VerifyPage.parse("https://verify.example"));

    private final OpenedApart opening = new OpenedApart(
            new OpeningBounds(1, 64, Duration.ofSeconds(30), Duration.ofMillis(200), Duration.ofMinutes(1)));

    @AfterEach
    void close() {
        opening.close();
        children().forEach(child -> child.onExit().join());
    }

    @Test
    void whatIsReadThereIsToldHere() throws IOException {
        Suggestion read = opening.read(Pdfs.of("Certificate of Origin", "Number UZ-1"));
        assertEquals("861", value(read, Fact.TYPE));
        assertEquals("UZ-1", value(read, Fact.NUMBER));
        assertEquals(Stamping.POSSIBLE, read.stamping());
        assertEquals(Optional.empty(), read.unread());
    }

    @Test
    void aStampedCopyComesBackWholeAndARefusalWithItsReason() throws IOException {
        try (PDDocument copy = Loader.loadPDF(opening.stamp(Pdfs.of("x"), MARK))) {
            assertTrue(copy.getDocumentInformation()
                    .getCustomMetadataValue("MuhrRandom")
                    .matches("[0-9a-f]{64}"));
        }
        byte[] signed = Pdfs.signed();
        UnstampableException refused = assertThrows(UnstampableException.class, () -> opening.stamp(signed, MARK));
        assertEquals(Cause.SIGNED, refused.why());
        assertTrue(refused.sentence().contains("signed"));
    }

    /** PDFBox unpacks a page as it goes, so this one may be read to its end; it depends on the computer whether in time. */
    @Test
    void aFileThatUnpacksToAGibibyteIsReadWithinItsBoundsOrToldInASentenceAndTheNextOneIsRead() throws IOException {
        byte[] bomb = bomb();
        assertTrue(bomb.length < 2 << 20, bomb.length + " bytes");
        Suggestion read = opening.read(bomb);
        assertEquals(FileKind.PDF, read.kind());
        if (read.stamping() != Stamping.POSSIBLE) {
            assertTrue(read.unread().orElseThrow().contains("memory or time"), read.toString());
        }
        try {
            assertTrue(opening.stamp(bomb, MARK).length < 4 << 20);
        } catch (UnstampableException told) {
            assertEquals(Cause.UNREADABLE, told.why());
        }
        assertEquals(Stamping.POSSIBLE, opening.read(Pdfs.of("x")).stamping());
    }

    @Test
    void aFileThatTakesTooLongIsToldInASentence() throws IOException {
        try (OpenedApart hasty = new OpenedApart(
                new OpeningBounds(1, 64, Duration.ofMillis(1), Duration.ofSeconds(1), Duration.ofMinutes(1)))) {
            assertTrue(hasty.read(Pdfs.of("x")).unread().orElseThrow().contains("time"));
            assertEquals(0, hasty.waiting());
        }
    }

    @Test
    void aProcessIsAskedAgainAndKnowsNothingOfOurEnvironment() throws IOException {
        opening.read("{}".getBytes(StandardCharsets.UTF_8));
        List<ProcessHandle> first = children();
        opening.read("{}".getBytes(StandardCharsets.UTF_8));
        assertEquals(first, children());
        for (ProcessHandle child : first) {
            Path environment = Path.of("/proc/" + child.pid() + "/environ");
            if (Files.isReadable(environment)) {
                assertEquals("", Files.readString(environment));
            }
        }
        opening.close();
        first.forEach(child -> child.onExit().join());
        assertEquals(List.of(), children());
    }

    @Test
    void aProcessWithoutWorkIsEnded() {
        try (OpenedApart brief = new OpenedApart(
                new OpeningBounds(1, 64, Duration.ofSeconds(30), Duration.ofSeconds(1), Duration.ofMillis(10)))) {
            brief.read("{}".getBytes(StandardCharsets.UTF_8));
            children().forEach(child -> child.onExit().join());
            assertEquals(0, brief.waiting());
        }
    }

    @Test
    void whoeverWaitsTooLongForATurnIsToldSo() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(1);
        try {
            Future<String> first = other.submit(() -> opening.inTurn(() -> {
                begun.countDown();
                await(done);
                return "first";
            }));
            await(begun);
            assertThrows(OpeningBusyException.class, () -> opening.inTurn(() -> "second"));
            done.countDown();
            assertEquals("first", first.get());
            assertEquals("third", opening.inTurn(() -> "third"));
        } finally {
            done.countDown();
            other.shutdown();
        }
    }

    private static String value(Suggestion read, Fact fact) {
        return Objects.requireNonNull(read.facts().get(fact)).value();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<ProcessHandle> children() {
        return ProcessHandle.current().children().toList();
    }

    /** A page whose drawing is a gibibyte of spaces, and takes a megabyte. */
    private static byte[] bomb() throws IOException {
        return Pdfs.with((document, page) -> {
            COSStream stream = document.getDocument().createCOSStream();
            stream.setItem(COSName.FILTER, COSName.FLATE_DECODE);
            byte[] spaces = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
            try (OutputStream out = new DeflaterOutputStream(stream.createRawOutputStream())) {
                for (int block = 0; block < 1 << 14; block++) {
                    out.write(spaces);
                }
            }
            page.getCOSObject().setItem(COSName.CONTENTS, stream);
        });
    }
}
