package uz.muhr.client.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.protocol.hash.DomainHash;

/** The page's own SHA-256, in the browser. */
@TestInstance(Lifecycle.PER_CLASS)
class FingerprintScriptIT {
    private static final String HASH = "async ({ pieces, times }) => {"
            + " const { Sha256 } = await import('/verify/sha256.js');"
            + " const sha256 = new Sha256();"
            + " for (let i = 0; i < times; i++) for (const piece of pieces)"
            + "   sha256.update(Uint8Array.from(atob(piece), c => c.charCodeAt(0)));"
            + " return sha256.hex(); }";

    private LoneClient client;
    private Page page;

    @BeforeAll
    void open(@TempDir Path folder) {
        client = LoneClient.open(folder, "customs");
        page = client.page();
    }

    @AfterAll
    void close() {
        if (client != null) {
            client.close();
        }
    }

    /** FIPS 180-2 appendix B and the empty message of NIST's example values. */
    @Test
    void itAgreesWithThePublishedVectors() {
        assertEquals("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", hash("", 1));
        assertEquals("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", hash("abc", 1));
        assertEquals(
                "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
                hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", 1));
        assertEquals("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", hash("a".repeat(1000), 1000));
    }

    @Test
    void itAgreesWithTheJdkHoweverAMessageIsCut() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            byte[] message = new byte[random.nextInt(400)];
            random.nextBytes(message);
            List<String> pieces = new ArrayList<>();
            for (int at = 0; at < message.length; ) {
                int length = Math.min(message.length - at, random.nextInt(100));
                byte[] piece = new byte[length];
                System.arraycopy(message, at, piece, 0, length);
                pieces.add(Base64.getEncoder().encodeToString(piece));
                at += length;
            }
            assertEquals(
                    HexFormat.of().formatHex(DomainHash.sha256().digest(message)),
                    page.evaluate(HASH, Map.of("pieces", pieces, "times", 1)),
                    "seed " + seed);
        }
    }

    private Object hash(String ascii, int times) {
        return page.evaluate(
                HASH,
                Map.of(
                        "pieces",
                        List.of(Base64.getEncoder().encodeToString(ascii.getBytes(StandardCharsets.US_ASCII))),
                        "times",
                        times));
    }
}
