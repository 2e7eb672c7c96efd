package uz.muhr.protocol.identifier;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static uz.muhr.protocol.Refusals.assertMalformed;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.Refusal;

final class TypeCodeTest {
    private static final Path LIST =
            Path.of("shared/data/third-party/uncefact_spec-JSONschema/D23B/codelist-UNTDID1001.json");

    @Test
    void thereAre814Codes() {
        assertEquals(814, accepted().size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"271", "380", "705", "785", "811", "830", "851", "852", "853", "861", "865", "911", "929", "954"
            })
    void theSampleNetworksTypesHaveNames(String code) {
        assertTrue(!new TypeCode(code).title().contains(code));
    }

    @Test
    void aTypeWithoutANameIsCalledByItsCode() {
        assertEquals("document of type 1", new TypeCode("1").title());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "0", "00", "01", "0861", "471", "999", "1000", "861 ", " 861", "86l", "٨٦١", "-1", "8.1", "861\n"
            })
    void whatIsNoCodeOfTheListIsRefused(String text) {
        assertMalformed(() -> new TypeCode(text));
    }

    @Test
    @Tag("shared")
    void theCodesAreThoseOfTheOfficialList() throws IOException {
        Path shared = Path.of(System.getProperty("muhr.root", ".")).resolveSibling(LIST);
        assumeTrue(Files.isRegularFile(shared), "shared/ is not there: skipped");
        Set<Integer> official = new TreeSet<>();
        collectConstants(JsonParser.parseString(Files.readString(shared)), official);
        assertEquals(official, accepted());
    }

    private static Set<Integer> accepted() {
        return IntStream.range(0, 2000)
                .filter(TypeCodeTest::isCode)
                .boxed()
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isCode(int code) {
        try {
            return new TypeCode(Integer.toString(code)).value().equals(Integer.toString(code));
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** The list gives each code as a {@code const}; where it stands in the schema does not matter. */
    private static void collectConstants(JsonElement json, Set<Integer> found) {
        if (json.isJsonArray()) {
            json.getAsJsonArray().forEach(item -> collectConstants(item, found));
        } else if (json.isJsonObject()) {
            JsonObject object = json.getAsJsonObject();
            if (object.has("const")) {
                found.add(Integer.valueOf(object.get("const").getAsString()));
            }
            object.asMap().values().forEach(value -> collectConstants(value, found));
        }
    }
}
