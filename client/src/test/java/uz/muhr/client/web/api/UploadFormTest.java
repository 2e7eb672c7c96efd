package uz.muhr.client.web.api;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.junit.jupiter.api.Test;
import uz.muhr.client.document.Fingerprinter;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.web.Form;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.refusal.Refusal;

class UploadFormTest {
    /** Of "abc", FIPS 180-2 appendix B.1. */
    private static final Fingerprint ABC =
            new Fingerprint("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    private static final byte[] ABC_BYTES = "abc".getBytes(StandardCharsets.US_ASCII);

    @Test
    void ofTheFileOnlyItsFingerprintStays() {
        UploadForm<Fingerprint> form =
                read(Form.of().file("file", ABC_BYTES).field("type", "861").end());
        assertEquals(new UploadForm<>(Optional.of(ABC), Map.of("type", "861")), form);
    }

    @Test
    void theOrderOfThePartsDoesNotMatter() {
        assertEquals(
                read(Form.of().file("file", ABC_BYTES).field("type", "861").end()),
                read(Form.of().field("type", "861").file("file", ABC_BYTES).end()));
    }

    @Test
    void aFileMayComeWithoutANameAndAReceiptWithOne() {
        UploadForm<Fingerprint> form =
                read(Form.of().field("file", "abc").file("receipt", ABC_BYTES).end());
        assertEquals(new UploadForm<>(Optional.of(ABC), Map.of("receipt", "abc")), form);
    }

    @Test
    void aMissingPartIsNamed() {
        UploadForm<Fingerprint> form = read(Form.of().field("type", "861").end());
        assertEquals(
                "The form lacks the part \"file\".",
                assertThrows(Refusal.class, form::requiredFile).sentence());
        assertTrue(assertThrows(Refusal.class, () -> form.required("number", text -> text))
                .sentence()
                .contains("\"number\""));
    }

    @Test
    void anUnknownPartIsRefused() {
        assertTrue(refused(Form.of().field("color", "red").end()).contains("\"color\""));
    }

    @Test
    void aRepeatedPartIsRefused() {
        assertTrue(
                refused(Form.of().field("type", "1").field("type", "1").end()).contains("twice"));
        assertTrue(refused(Form.of()
                        .file("file", ABC_BYTES)
                        .file("file", ABC_BYTES)
                        .end())
                .contains("twice"));
    }

    @Test
    void anEmptyFileIsNoDocument() {
        byte[] form = Form.of().file("file", new byte[0]).end();
        assertThrows(UnreadableDocument.class, () -> read(form));
    }

    @Test
    void aReceiptMayHave64KibibytesAndAnotherPartOne() {
        read(Form.of()
                .field("receipt", "x".repeat(1 << 16))
                .field("type", "x".repeat(1 << 10))
                .end());
        for (byte[] form : new byte[][] {
            Form.of().field("receipt", "x".repeat((1 << 16) + 1)).end(),
            Form.of().field("type", "x".repeat((1 << 10) + 1)).end()
        }) {
            RefusedRequest refused = assertThrows(RefusedRequest.class, () -> read(form));
            assertEquals(ProblemCode.TOO_LARGE, refused.problem().code());
        }
    }

    @Test
    void aFileThatIsTakenIntoMemoryMayBeNoLongerThanItIsSaid() {
        byte[] form = Form.of().file("file", ABC_BYTES).end();
        assertArrayEquals(ABC_BYTES, whole(form, 3).requiredFile());
        assertEquals(
                ProblemCode.TOO_LARGE,
                assertThrows(RefusedRequest.class, () -> whole(form, 2))
                        .problem()
                        .code());
        byte[] empty = Form.of().file("file", new byte[0]).end();
        assertThrows(UnreadableDocument.class, () -> whole(empty, 3));
    }

    private static UploadForm<byte[]> whole(byte[] form, int most) {
        return UploadForm.read(
                new Request(new ByteArrayInputStream(form)), Set.of(), file -> UploadForm.whole(file, most));
    }

    @Test
    void textThatIsNotUtf8IsRefused() {
        assertTrue(
                refused(Form.of().file("type", new byte[] {(byte) 0xc3, 0x28}).end())
                        .contains("UTF-8"));
    }

    @Test
    void aFormThatBreaksOffIsNeverTakenForWhole() {
        byte[] whole = Form.of().field("type", "861").file("file", ABC_BYTES).end();
        for (int length = 0; length < whole.length - 4; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThrows(Refusal.class, () -> read(cut).requiredFile(), "cut at " + length);
        }
    }

    @Test
    void aFormOfTenThousandPartsIsRefusedAtTheFirstThatIsUnknown() {
        Form form = Form.of();
        for (int i = 0; i < 10_000; i++) {
            form.field("part" + i, "");
        }
        assertTrue(refused(form.end()).contains("part0"));
    }

    @Test
    void mutationsAreReadOrRefusedButNeverAnythingElse() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] valid = Form.of()
                .field("type", "861")
                .file("file", ABC_BYTES)
                .field("receipt", "{}")
                .end();
        for (int round = 0; round < 5_000; round++) {
            byte[] mutated = valid.clone();
            for (int change = random.nextInt(6); change >= 0; change--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                assertTrue(read(mutated).fields().size() <= 2, "seed " + seed);
            } catch (Refusal refusal) {
                assertTrue(refusal.sentence().endsWith("."), "seed " + seed);
            } catch (UnreadableDocument | RefusedRequest refused) {
                assertTrue(String.valueOf(refused.getMessage()).endsWith("."), "seed " + seed);
            }
        }
    }

    private static String refused(byte[] form) {
        return assertThrows(Refusal.class, () -> read(form)).sentence();
    }

    private static UploadForm<Fingerprint> read(byte[] form) {
        return UploadForm.read(
                new Request(new ByteArrayInputStream(form)), Set.of("receipt", "type"), Fingerprinter::of);
    }

    private record Request(InputStream body) implements UploadContext {
        @Override
        public long contentLength() {
            return -1;
        }

        @Override
        public String getCharacterEncoding() {
            return "UTF-8";
        }

        @Override
        public String getContentType() {
            return Form.CONTENT_TYPE;
        }

        @Override
        public InputStream getInputStream() {
            return body;
        }
    }
}
