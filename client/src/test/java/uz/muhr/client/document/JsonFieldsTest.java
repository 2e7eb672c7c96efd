package uz.muhr.client.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.disclosure.Field;
import uz.muhr.protocol.refusal.Refusal;

class JsonFieldsTest {
    @Test
    void everyObjectListAndValueIsAField() {
        assertEquals(
                Set.of(
                        " object ",
                        "/a object ",
                        "/a/b string x",
                        "/c array 2",
                        "/c/0 number 1",
                        "/c/1 object ",
                        "/d boolean true",
                        "/e null ",
                        "/f array 0"),
                read("{\"a\": {\"b\": \"x\"}, \"c\": [1, {}], \"d\": true, \"e\": null, \"f\": []}"));
    }

    @Test
    void anEmptyListAndAnEmptyObjectAndAMemberNamedLikeAnIndexAreToldApart() {
        assertEquals(Set.of(" object ", "/a object ", "/a/0 string x"), read("{\"a\":{\"0\":\"x\"}}"));
        assertEquals(Set.of(" object ", "/a array 1", "/a/0 string x"), read("{\"a\":[\"x\"]}"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"0", "-0", "1", "1.50", "1e3", "1E+03", "123456789012345678901234567890", "-1.0e-5", "0.10"})
    void aNumberIsKeptAsItIsWritten(String number) {
        assertEquals(Set.of(" array 1", "/0 number " + number), read("[" + number + "]"));
    }

    @Test
    void textIsTakenAsItReadsAndNotNormalised() {
        assertEquals(Set.of(" array 1", "/0 string \u00e9\n\"\u0416"), read("[\"\\u00e9\\n\\\"\u0416\"]"));
        assertEquals(Set.of(" array 2", "/0 string \u00e9", "/1 string e\u0301"), read("[\"\u00e9\",\"e\u0301\"]"));
    }

    @Test
    void namesAreEscapedAsAPointerTakesThem() {
        assertEquals(Set.of(" object ", "/a~1b~0c string x", "/ string y"), read("{\"a/b~c\":\"x\",\"\":\"y\"}"));
    }

    @Test
    void theOrderOfMembersAndSpacesDoNotMatter() {
        assertEquals(read("{\"a\":1,\"b\":2}"), read("\n {\"b\" : 2,\t\"a\":1}\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"a\":1,}",
                "{\"a\":1}x",
                "{\"a\":1}{}",
                "[1 2]",
                "[01]",
                "[.5]",
                "[1.]",
                "[+1]",
                "[NaN]",
                "[TRUE]",
                "{a:1}",
                "{'a':1}",
                "[\"\n\"]",
                "[\"\\x\"]",
                "{\"a\":1,\"a\":2}",
                "{\"a\":{\"b\":1,\"b\":1}}",
                "[\"\\ud800\"]",
                "{\"\\ud800\":1}",
                "[//\n1]",
                "[1,]",
                "[,1]",
                "[1;2]"
            })
    void whatIsNoJsonIsRefusedInASentence(String text) {
        RuntimeException refused = assertThrows(RuntimeException.class, () -> read(text));
        assertTrue(refused instanceof UnreadableDocument || refused instanceof Refusal, refused.toString());
        assertTrue(String.valueOf(refused.getMessage()).endsWith("."), refused.getMessage());
    }

    @Test
    void aRepeatedMemberIsNamed() {
        assertTrue(String.valueOf(assertThrows(UnreadableDocument.class, () -> read("{\"a\":1,\"a\":1}"))
                        .getMessage())
                .contains("\"a\" twice"));
    }

    @Test
    void depthIsBounded() {
        assertEquals(33, read("[".repeat(32) + "1" + "]".repeat(32)).size());
        assertThrows(Refusal.class, () -> read("[".repeat(33) + "1" + "]".repeat(33)));
        Refusal bomb = assertThrows(Refusal.class, () -> read("[".repeat(1_000_000)));
        assertTrue(bomb.sentence().contains("32 levels"), bomb.sentence());
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] bytes = {'[', '"', (byte) 0xC3, '"', ']'};
        assertTrue(String.valueOf(assertThrows(UnreadableDocument.class, () -> JsonFields.of("FILE", bytes))
                        .getMessage())
                .contains("UTF-8"));
    }

    private static Set<String> read(String text) {
        List<Field> fields = JsonFields.of("FILE", text.getBytes(StandardCharsets.UTF_8));
        Set<String> shown = fields.stream().map(JsonFieldsTest::shown).collect(Collectors.toSet());
        assertEquals(fields.size(), shown.size());
        return shown;
    }

    static String shown(Field field) {
        return field.path().pointer() + " " + field.type().text() + " " + field.value();
    }
}
