package uz.muhr.client.attestation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.client.Client;
import uz.muhr.client.document.UnreadableDocument;

/** The documents were wrapped, three in a batch, by another implementation of the rule. */
class AttestedDocumentTest {
    private static final String TARGET = "f3d944efc3255d8da2d45fa91c0377535f4819c77a66bbffc63ace9134bd735c";

    @TempDir
    Path folder;

    @Test
    void keccakIsThatOfEthereum() {
        assertEquals("c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470", Keccak.of(new byte[0]));
    }

    @Test
    void aPairHasTheSameHashInWhicheverOrder() {
        String one = "00".repeat(31) + "80";
        String other = "00".repeat(31) + "7f";
        assertEquals(Keccak.ofPair(one, other), Keccak.ofPair(other, one));
        byte[] ascending = new byte[64];
        ascending[31] = 0x7f;
        ascending[63] = (byte) 0x80;
        assertEquals(Keccak.of(ascending), Keccak.ofPair(one, other));
    }

    @Test
    void aWholeDocumentHoldsByItsOwnRule() throws IOException {
        AttestedDocument document = read(text("certificate.json"));
        assertEquals(TARGET, document.target().hex());
        assertEquals(10, document.shown());
        assertEquals(0, document.hidden());
    }

    @Test
    void aCopyWithHiddenFieldsIsTheSameDocument() throws IOException {
        AttestedDocument copy = read(text("certificate-obfuscated.json"));
        assertEquals(TARGET, copy.target().hex());
        assertEquals(8, copy.shown());
        assertEquals(2, copy.hidden());
        assertEquals(read(text("certificate.json")).commitment(), copy.commitment());
    }

    @Test
    void anotherDocumentOfTheSameBatchIsAnotherDocument() throws IOException {
        String other = text("of-the-same-batch.json");
        assertEquals(
                member(text("certificate.json"), "merkleRoot"), member(other, "merkleRoot"), "the batch has one root");
        assertNotEquals(TARGET, read(other).target().hex());
    }

    @Test
    void spacesAndTheOrderOfMembersDoNotMatter() throws IOException {
        assertEquals(
                TARGET,
                read(text("certificate.json").replaceAll("\\n *", "")).target().hex());
    }

    @ParameterizedTest
    @CsvSource({
        "string:Tashkent, string:Samarkand, altered",
        "boolean:true, string:true, altered",
        "'\"city\"', '\"town\"', altered",
        "8381ba1f, 8381ba10, Merkle root",
        "'\"merkleRoot\": \"88', '\"merkleRoot\": \"89', Merkle root",
        "'\"targetHash\": \"f3', '\"targetHash\": \"f4', altered",
        "2.0/schema.json, 3.0/schema.json, no OpenAttestation document",
        "SHA3MerkleProof, Ed25519, no OpenAttestation document",
        "30ae5deb, 30ae5dec, altered",
        "30ae5deb, 30AE5DEB, no hash",
        "'\"targetHash\": \"f', '\"targetHash\": \"', no hash",
        "'\"city\"', '\"the.city\"', has a dot",
        "1aa615a9-4b6a-4551-a061-ae14a1dbf721:, '', no salt",
        "'\"1aa615a9-4b6a-4551-a061-ae14a1dbf721:string:Tashkent\"', 7, no salt",
        "'\"1aa615a9-4b6a-4551-a061-ae14a1dbf721:string:Tashkent\"', {}, no salt"
    })
    void aCopyWithAnythingChangedIsRefusedByName(String what, String by, String says) throws IOException {
        String text = text("certificate-obfuscated.json");
        assertTrue(text.contains(what), what);
        String sentence = String.valueOf(assertThrows(UnreadableDocument.class, () -> read(text.replace(what, by)))
                .getMessage());
        assertTrue(sentence.contains(says), sentence);
        assertTrue(sentence.endsWith("."), sentence);
    }

    @Test
    void everyShownOrHiddenFieldCounts() throws IOException {
        String text = text("certificate-obfuscated.json");
        Matcher field =
                Pattern.compile("(?m)^ +\"[^\"]*\": \"[0-9a-f-]{36}:.*\\n").matcher(text);
        int fields = 0;
        while (field.find()) {
            String without = text.substring(0, field.start()) + text.substring(field.end());
            assertThrows(UnreadableDocument.class, () -> read(without.replaceAll(",(\\s*})", "$1")));
            fields++;
        }
        assertEquals(8, fields);
        String fewer = text.replaceFirst("\"30ae[0-9a-f]*\",", "");
        assertThrows(UnreadableDocument.class, () -> read(fewer));
    }

    @Test
    void otherJsonAndOtherFilesAreNoSuchDocuments() {
        for (String text : new String[] {"{}", "[]", "<a/>", "%PDF", "{\"version\":1}"}) {
            assertThrows(UnreadableDocument.class, () -> read(text));
        }
    }

    private AttestedDocument read(String text) throws IOException {
        Path file = Files.writeString(folder.resolve("document.json"), text);
        return AttestedDocument.read(file, Client.fingerprint(file));
    }

    private static String text(String name) throws IOException {
        try (InputStream in = AttestedDocumentTest.class.getResourceAsStream("/attestation/" + name)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static String member(String text, String name) {
        Matcher value = Pattern.compile("\"" + name + "\": \"([0-9a-f]+)\"").matcher(text);
        assertTrue(value.find());
        return value.group(1);
    }
}
