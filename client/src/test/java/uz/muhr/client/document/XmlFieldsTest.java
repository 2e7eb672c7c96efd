package uz.muhr.client.document;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.Refusal;

class XmlFieldsTest {
    @Test
    void elementsAttributesAndTextsAreFields() {
        assertEquals(
                Set.of(
                        " element ",
                        "/a[1] element urn:x",
                        "/a[1]/@id attribute 7",
                        "/a[1]/@{urn:y}id attribute 8",
                        "/a[1]/b[1] element urn:x",
                        "/a[1]/b[1]/text() text one",
                        "/a[1]/b[2] element ",
                        "/a[1]/b[2]/text() text  ",
                        "/a[1]/c[1] element urn:y"),
                read("""
                        <?xml version='1.0'?><a xmlns='urn:x' xmlns:p='urn:y' id='7' p:id='8'>
                         <b>one</b><!-- not this --><?nor this?><b xmlns=''> </b> <p:c/></a>
                        """));
    }

    @Test
    void prefixesCommentsAndSpaceBetweenElementsDoNotMatter() {
        assertEquals(
                read("<a xmlns='urn:x'><b>1</b></a>"),
                read("<p:a xmlns:p='urn:x'>\n <!--x--><p:b><![CDATA[1]]></p:b>\n</p:a>"));
    }

    @Test
    void aSlashInANamespaceIsEscaped() {
        assertTrue(read("<a xmlns:p='http://x' p:b='1'/>").contains("/a[1]/@{http:~1~1x}b attribute 1"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a>",
                "<a></b>",
                "<a/><b/>",
                "<a>x</a>y",
                "<a b='1' b='2'/>",
                "<a>x<b/></a>",
                "<a><b/>x</a>",
                "<!DOCTYPE a><a/>",
                "<!DOCTYPE a [<!ENTITY e 'x'>]><a>&e;</a>",
                "<a>&nothing;</a>",
                "<!DOCTYPE a SYSTEM 'file:///etc/passwd'><a/>",
                "<p:a/>"
            })
    void whatIsNoPlainXmlIsRefusedInASentence(String text) {
        RuntimeException refused = assertThrows(UnreadableDocument.class, () -> read(text));
        assertTrue(String.valueOf(refused.getMessage()).endsWith("."), refused.getMessage());
    }

    @Test
    void depthIsBounded() {
        assertEquals(32, read("<a>".repeat(31) + "</a>".repeat(31)).size());
        assertThrows(Refusal.class, () -> read("<a>".repeat(33) + "</a>".repeat(33)));
    }

    private static Set<String> read(String text) {
        return XmlFields.of("FILE", text.getBytes(StandardCharsets.UTF_8)).stream()
                .map(JsonFieldsTest::shown)
                .collect(Collectors.toSet());
    }
}
