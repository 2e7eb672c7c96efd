package uz.muhr.client.web.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.commitment.Receipts;
import uz.muhr.protocol.refusal.Refusal;

class DocumentReferenceTest {
    @Test
    void aNumberIsFoundHoweverItIsWritten() {
        assertEquals(Receipts.pending().documentId(), DocumentReference.parse(whole()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"number", "issuer", "type"})
    void oneOfTheThreeMayNotBeMissingOrEmptyOrRepeated(String name) {
        Map<String, String[]> query = whole();
        query.remove(name);
        assertTrue(refused(query).contains("together"));
        query.put(name, new String[] {""});
        assertTrue(refused(query).endsWith("."));
        query.put(name, new String[] {"861", "861"});
        assertTrue(refused(query).contains("more than once"));
    }

    @Test
    void nothingElseMayBeAsked() {
        assertTrue(refused(Map.of()).contains("none of them"));
        Map<String, String[]> query = whole();
        query.put("fuzzy", new String[] {"true"});
        assertTrue(refused(query).contains("unknown parameter \"fuzzy\""));
    }

    private static String refused(Map<String, String[]> query) {
        return assertThrows(Refusal.class, () -> DocumentReference.parse(query)).sentence();
    }

    private static Map<String, String[]> whole() {
        Map<String, String[]> query = new HashMap<>();
        query.put("number", new String[] {" uz - co-1"});
        query.put("issuer", new String[] {"ChamberMSP"});
        query.put("type", new String[] {"861"});
        return query;
    }
}
