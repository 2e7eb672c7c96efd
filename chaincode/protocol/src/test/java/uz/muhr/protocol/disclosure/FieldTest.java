package uz.muhr.protocol.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

final class FieldTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "/", "//", "/a", "/a~0b~1c", "/0/1", "/\u0416", "/a b", "/\n", "/\uD83C\uDF47"})
    void aPathIsAJsonPointer(String pointer) {
        assertEquals(pointer, new FieldPath(pointer).toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "a/b", "/~", "/~2", "/a~", "~0", "/\uD83C", "/\uDF47\uD83C"})
    void anotherTextIsNoPath(String pointer) {
        assertMalformed(() -> new FieldPath(pointer));
    }

    @Test
    void aPathIsBoundedInLengthAndDepth() {
        assertEquals(1024, new FieldPath("/" + "a".repeat(1023)).pointer().length());
        assertMalformed(() -> new FieldPath("/" + "a".repeat(1024)));
        assertMalformed(() -> new FieldPath("/" + "~0".repeat(1_000_000)));
        assertEquals(32, new FieldPath("/a".repeat(32)).steps().size());
        assertMalformed(() -> new FieldPath("/a".repeat(33)));
    }

    @Test
    void stepsAreEscapedAndUnescaped() {
        for (String step : List.of("", "a", "~", "/", "~1", "~01", "/~/", "0")) {
            FieldPath path = FieldPath.ROOT.then("x").then(step);
            assertEquals(List.of("x", step), path.steps());
            assertEquals(Optional.of(new FieldPath("/x")), path.holder());
        }
        assertEquals(List.of(), FieldPath.ROOT.steps());
        assertEquals(Optional.empty(), FieldPath.ROOT.holder());
    }

    @Test
    void pathsAreSortedByTheirBytesSoThatAHolderComesFirst() {
        List<FieldPath> sorted = List.of("", "/", "/a", "/a!", "/a/b", "/a0", "/b", "/\uFFFD", "/\uD83C\uDF47").stream()
                .map(FieldPath::new)
                .toList();
        assertEquals(sorted, sorted.stream().sorted().toList());
        assertTrue("/\uFFFD".compareTo("/\uD83C\uDF47") > 0, "Java's own order is another");
    }

    @Test
    void whatIsWithinAPathIsTheFieldItselfAndWhatStandsInIt() {
        FieldPath path = new FieldPath("/a");
        assertTrue(path.isWithin(path));
        assertTrue(new FieldPath("/a/b/c").isWithin(path));
        assertTrue(path.isWithin(FieldPath.ROOT));
        assertFalse(new FieldPath("/ab").isWithin(path));
        assertFalse(FieldPath.ROOT.isWithin(path));
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER,0",
        "NUMBER,-0",
        "NUMBER,1.50",
        "NUMBER,-12E+3",
        "NUMBER,1e400",
        "BOOLEAN,true",
        "BOOLEAN,false",
        "OBJECT,''",
        "NULL,''",
        "ARRAY,0",
        "ARRAY,12",
        "STRING,''",
        "STRING,x",
        "TEXT,x",
        "ATTRIBUTE,''",
        "ELEMENT,urn:x"
    })
    void aValueHasTheFormOfItsType(FieldType type, String value) {
        assertEquals(value, SampleFields.field("/a", type, value).value());
    }

    @ParameterizedTest
    @CsvSource({
        "NUMBER,''", "NUMBER,01", "NUMBER,.5", "NUMBER,1.", "NUMBER,+1", "NUMBER,NaN", "NUMBER,0x1", "NUMBER,1e",
        "BOOLEAN,TRUE", "BOOLEAN,''", "OBJECT,x", "NULL,null", "ARRAY,''", "ARRAY,-1", "ARRAY,01", "ARRAY,100000"
    })
    void anotherValueIsRefused(FieldType type, String value) {
        assertMalformed(() -> SampleFields.field("/a", type, value));
    }

    @Test
    void aValueIsBoundedAndIsText() {
        assertMalformed(() -> SampleFields.field("/a", FieldType.STRING, "x".repeat(Field.LONGEST + 1)));
        assertMalformed(() -> SampleFields.field("/a", FieldType.STRING, "\uD800"));
        assertEquals("a\nb", SampleFields.field("/a", FieldType.STRING, "a\nb").value());
    }

    @ParameterizedTest
    @EnumSource
    void aTypeReadsAsItIsWritten(FieldType type) {
        assertEquals(type, FieldType.parse(type.text()));
        assertMalformed(() -> FieldType.parse(type.name()));
    }

    @Test
    void onlyWhatHasRoomHoldsAField() {
        Field member = SampleFields.field("/a/1", FieldType.STRING, "x");
        assertTrue(SampleFields.field("/a", FieldType.OBJECT, "").canHold(member));
        assertTrue(SampleFields.field("/a", FieldType.ARRAY, "2").canHold(member));
        assertFalse(SampleFields.field("/a", FieldType.ARRAY, "1").canHold(member));
        assertFalse(SampleFields.field("/a", FieldType.ELEMENT, "").canHold(member));
        assertFalse(SampleFields.field("/a", FieldType.STRING, "").canHold(member));
        Field attribute = SampleFields.field("/a/@b", FieldType.ATTRIBUTE, "x");
        assertTrue(SampleFields.field("/a", FieldType.ELEMENT, "").canHold(attribute));
        assertFalse(SampleFields.field("/a", FieldType.OBJECT, "").canHold(attribute));
        assertFalse(SampleFields.field("/a", FieldType.ARRAY, "9")
                .canHold(SampleFields.field("/a/01", FieldType.STRING, "x")));
    }
}
