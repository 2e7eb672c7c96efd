package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.protobuf.ByteString;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.check.Check;

/** Nothing gets in that could be read in two ways. */
final class BundleFormTest {
    @TestFactory
    Stream<DynamicTest> aBundleInAnyOtherFormIsRefused() {
        return Stream.of(
                text("a member is unknown", text -> text.replace("{\"answers\"", "{\"also\":1,\"answers\"")),
                text("a member is missing", text -> text.replace("\"format\":1", "\"formaT\":1")),
                text("a member stands twice", text -> text.replace("\"format\":1", "\"format\":1,\"format\":1")),
                text("a list stands twice", text -> text.replace("{\"answers\":", "{\"answers\":[],\"answers\":")),
                text("members are not sorted", BundleFormTest::formatFirst),
                text("it has white space", text -> text.replace("\"format\":1", "\"format\": 1")),
                text("it ends with a line break", text -> text + "\n"),
                text("more follows it", text -> text + "{}"),
                text("it begins with a byte order mark", text -> "\uFEFF" + text),
                text("the format is another", text -> text.replace("\"format\":1", "\"format\":2")),
                text("the format is text", text -> text.replace("\"format\":1", "\"format\":\"1\"")),
                text("a list is no list", text -> text.replace("\"configurations\":[]", "\"configurations\":{}")),
                text("a list is null", text -> text.replace("\"configurations\":[]", "\"configurations\":null")),
                text("a message is a number", text -> text.replace("\"configurations\":[]", "\"configurations\":[7]")),
                text("a message is empty", text -> text.replace("\"configurations\":[]", "\"configurations\":[\"\"]")),
                text("a message is no base64", text -> text.replace("\"blocks\":[\"", "\"blocks\":[\"*")),
                text("base64 has loose bits at its end", text -> configuration(text, "Cf==")),
                text("base64 lacks its padding", text -> configuration(text, "Cg")),
                text("base64 is of the URL's alphabet", text -> configuration(text, "-_-_")),
                text("a character is escaped", text -> text.replace("\"format\"", "\"form\\u0061t\"")),
                text("lists are nested deeply", text -> configurationJson(text, "[".repeat(5000) + "]".repeat(5000))),
                bytes("it is not UTF-8", bytes -> Arrays.copyOf(new byte[] {(byte) 0xff}, bytes.length)),
                bytes("it is too large", bytes -> Arrays.copyOf(bytes, ProofBundle.MAX_BYTES + 1)),
                bytes("it is empty", bytes -> new byte[0]),
                Attack.fails(
                        Check.BUNDLE_FORM,
                        "it holds no answer",
                        draft -> draft.bundle =
                                made -> new ProofBundle(made.configurations(), made.blocks(), List.of())));
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        ProofBundle bundle = new ProofBundle(
                List.of(), List.of(ByteString.copyFromUtf8("a block")), List.of(ByteString.copyFromUtf8("an answer")));
        assertEquals(bundle, ProofBundle.parse(bundle.write()));
        assertArrayEquals(
                "{\"answers\":[\"YW4gYW5zd2Vy\"],\"blocks\":[\"YSBibG9jaw==\"],\"configurations\":[],\"format\":1}"
                        .getBytes(StandardCharsets.UTF_8),
                bundle.write());
    }

    private static String configuration(String text, String base64) {
        return configurationJson(text, "\"" + base64 + "\"");
    }

    private static String configurationJson(String text, String json) {
        return text.replace("\"configurations\":[]", "\"configurations\":[" + json + "]");
    }

    private static String formatFirst(String text) {
        return "{\"format\":1," + text.substring(1).replace(",\"format\":1", "");
    }

    private static DynamicTest text(String name, UnaryOperator<String> change) {
        return bytes(name, bytes -> change.apply(new String(bytes, StandardCharsets.UTF_8))
                .getBytes(StandardCharsets.UTF_8));
    }

    private static DynamicTest bytes(String name, UnaryOperator<byte[]> change) {
        return Attack.fails(Check.BUNDLE_FORM, name, draft -> draft.file = change);
    }
}
