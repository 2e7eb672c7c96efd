package uz.muhr.network.topology;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever is done to the file, it is read or refused with one sentence; nothing else ever comes out. */
final class TopologyFuzzTest {
    private static final String STRANGE = "\u0000\t\r\n{}[]:,-#&*!|>'\"%@`~?\ufeff\u2028\ud83d\ude00\ud800";
    private static final String[] TOKENS = {
        "<<: *a",
        "&a ",
        "*a",
        "!!int ",
        "!!binary ",
        "!!set ",
        "? ",
        "- ",
        ": ",
        "~",
        "null",
        "0x10",
        "1e9",
        ".inf",
        "---\n",
        "...\n",
        "%YAML 9.9\n",
        "%TAG ! x\n",
        "|\n  a\n",
        ">-\n",
        "2026-01-01T00:00:00Z",
        "name: x",
        "{",
        "]"
    };

    @Test
    void aMutatedFileIsReadOrRefusedWithOneSentence() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int read = 0;
        for (int round = 0; round < 20_000; round++) {
            String text = SampleTopology.text();
            for (int i = random.nextInt(4); i >= 0; i--) {
                text = mutated(text, random);
            }
            read += isRead(text, seed, round) ? 1 : 0;
        }
        assertTrue(read > 0, "some mutations, such as those of a comment, leave a readable file; seed " + seed);
    }

    @Test
    void randomBytesAreRefusedWithOneSentence() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 5_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(60); i >= 0; i--) {
                text.append(random.nextBoolean() ? strange(random) : (char) random.nextInt(0x250));
            }
            assertFalse(isRead(text.toString(), seed, round), text.toString());
        }
    }

    private static boolean isRead(String text, long seed, int round) {
        try {
            TopologyFile.parse(text);
            return true;
        } catch (TopologyException refusal) {
            String sentence = String.valueOf(refusal.getMessage());
            assertTrue(sentence.endsWith("."), "seed " + seed + " round " + round + ": " + sentence);
            assertFalse(sentence.contains("\n"), "seed " + seed + " round " + round + ": " + sentence);
            assertTrue(sentence.length() < 400, "seed " + seed + " round " + round + ": " + sentence);
            return false;
        } catch (RuntimeException unexpected) {
            return fail("seed " + seed + " round " + round + "\n" + text, unexpected);
        }
    }

    private static String mutated(String text, Random random) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(20));
        String before = text.substring(0, at);
        return switch (random.nextInt(6)) {
                    case 0 -> before + text.substring(end);
                    case 1 -> before + strange(random) + text.substring(at);
                    case 2 -> before + TOKENS[random.nextInt(TOKENS.length)] + text.substring(at);
                    case 3 -> before + text.substring(at, end) + text.substring(at, end) + text.substring(end);
                    case 4 -> before + TOKENS[random.nextInt(TOKENS.length)] + text.substring(end);
                    default -> before;
                }
                + "\n";
    }

    private static char strange(Random random) {
        return STRANGE.charAt(random.nextInt(STRANGE.length()));
    }
}
