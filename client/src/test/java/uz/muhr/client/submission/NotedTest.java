package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.refusal.Refusal;

/** The note of a command: what it wants, and what of it may be on the ledger. */
class NotedTest {
    private static final Sending FIRST = sending("a1", "{\"outcomes\":[]}\n second line, \"quoted\"");
    private static final Sending SECOND = sending("b2", "");

    private static Sending sending(String transaction, String answer) {
        return new Sending(
                new TransactionId(transaction.repeat(32)), answer, Instant.parse("2026-11-23T10:00:00.123456789Z"));
    }

    static Stream<SealWish> wishes() {
        return SealWishTextTest.wishes();
    }

    @ParameterizedTest
    @MethodSource("wishes")
    void itIsReadAsItWasWrittenWhateverWasSent(SealWish wish) {
        for (List<Sending> sent : List.of(List.<Sending>of(), List.of(FIRST), List.of(FIRST, SECOND))) {
            Noted noted = new Noted(wish, sent);
            assertEquals(noted, Noted.parse(noted.write()));
            assertEquals(sent.size(), noted.write().lines().count() - 1, "one line each");
        }
    }

    @Test
    void beforeAnythingWasSentItIsTheWishAlone() {
        SealWish wish = wishes().findFirst().orElseThrow();
        assertEquals(new Noted(wish, List.of()), Noted.parse(WishText.write(wish)));
    }

    @Test
    void whatIsSentIsAddedAndWhatIsInvalidGoes() {
        Noted none = new Noted(wishes().findFirst().orElseThrow(), List.of());
        Noted both = none.with(FIRST).with(SECOND);
        assertEquals(List.of(FIRST, SECOND), both.sent());
        assertEquals(List.of(SECOND), both.without(FIRST.transaction()).sent());
        assertEquals(both, both.without(new TransactionId("c3".repeat(32))));
    }

    @Test
    void aNoteThatEndsInTheMiddleOfALineIsRefused() {
        String whole = new Noted(wishes().findFirst().orElseThrow(), List.of(FIRST)).write();
        int wish = whole.indexOf('\n');
        for (int end = 0; end < whole.length(); end++) {
            String torn = whole.substring(0, end);
            if (end != wish) {
                assertTrue(assertThrows(Refusal.class, () -> Noted.parse(torn), torn)
                        .sentence()
                        .endsWith("."));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "{\"answer\":\"\",\"at\":\"yesterday\",\"transaction\":\"A\"}",
                "{\"answer\":\"\",\"at\":\"2026-11-23T10:00:00Z\",\"transaction\":\"12\"}",
                "{\"answer\":\"\",\"at\":\"2026-11-23T10:00:00Z\",\"more\":1,\"transaction\":\"A\"}",
                "{\"at\":\"2026-11-23T10:00:00Z\",\"transaction\":\"A\"}",
                "{\"at\":\"2026-11-23T10:00:00Z\",\"answer\":\"\",\"transaction\":\"A\"}"
            })
    void aLineThatSaysNoTransactionIsRefused(String line) {
        String wish = WishText.write(wishes().findFirst().orElseThrow());
        String text = wish + "\n" + line.replace("\"A\"", "\"" + "a1".repeat(32) + "\"");
        assertThrows(Refusal.class, () -> Noted.parse(text));
    }

    @Test
    void aWishAboutADocumentIsNoneOfACommandAboutSeals() {
        Wish suspend = new Wish.Change(Operation.SUSPEND, new DocumentId("12".repeat(32)), 1);
        assertTrue(assertThrows(Refusal.class, () -> Noted.parse(WishText.write(suspend)))
                .sentence()
                .contains("another kind"));
    }

    @Test
    void aDamagedNoteIsReadAsNothingElseThanANote() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        List<SealWish> all = wishes().toList();
        for (int round = 0; round < 2_000; round++) {
            StringBuilder text =
                    new StringBuilder(new Noted(all.get(round % all.size()), List.of(FIRST, SECOND)).write());
            text.setCharAt(random.nextInt(text.length()), (char) random.nextInt(0x100));
            try {
                assertEquals(2, Noted.parse(text.toString()).sent().size(), "seed " + seed);
            } catch (Refusal refusal) {
                assertFalse(refusal.sentence().isBlank(), "seed " + seed);
            }
        }
    }
}
