package uz.muhr.client.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.protocol.commitment.Fingerprint;

class DocumentFieldsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "\n\t {\"a\":1}", "<a/>"})
    void jsonAndXmlHaveFields(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        assertTrue(DocumentFields.of(file, Client.fingerprint(file)).size() >= 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%PDF-1.7", "UNB+UNOA:1", "7", "\"text\"", " ", "\uFEFF{}", "a,b\n1,2"})
    void anythingElseHasNoneAndThatIsSaidInASentence(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("file"), text);
        refuses("neither JSON nor XML", file, Client.fingerprint(file));
    }

    @Test
    void aFileThatIsNoLongerTheSameIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "{}");
        refuses("changed", file, new Fingerprint("0".repeat(64)));
    }

    @Test
    void aFileThatIsTooLongOrGoneIsRefused() throws IOException {
        Path file = Files.write(folder.resolve("file"), new byte[DocumentFields.MOST_BYTES + 1]);
        refuses("too long", file, Client.fingerprint(file));
        refuses("no such file", folder.resolve("gone"), Client.fingerprint(file));
    }

    @Test
    void theSampleOfTheRepositoryIsReadByItsFields() {
        Path file = TestNetwork.root().resolve("scripts/samples/phytosanitary-certificate.xml");
        assertTrue(DocumentFields.of(file, Client.fingerprint(file)).stream()
                .anyMatch(field -> field.path().pointer().endsWith("/text()")));
    }

    private static void refuses(String says, Path file, Fingerprint fingerprint) {
        String sentence =
                String.valueOf(assertThrows(UnreadableDocument.class, () -> DocumentFields.of(file, fingerprint))
                        .getMessage());
        assertTrue(sentence.contains(says), sentence);
        assertEquals('.', sentence.charAt(sentence.length() - 1));
    }
}
