package uz.muhr.proof.block;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import uz.muhr.proof.TestNetwork;
import uz.muhr.proof.identity.SigningKey;

final class ConsentersTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 2", "4, 3", "5, 4", "6, 4", "7, 5", "10, 7", "13, 9"})
    void anyTwoQuorumsShareAnHonestOrderer(int orderers, int quorum) {
        assertEquals(quorum, new Consenters(keys(orderers)).quorum());
        int faulty = (orderers - 1) / 3;
        assertTrue(2 * quorum - orderers > faulty);
    }

    @Test
    void withoutOrderersThereIsNoQuorum() {
        assertThrows(IllegalArgumentException.class, () -> new Consenters(Map.of()));
    }

    private static Map<Integer, SigningKey> keys(int count) {
        SigningKey key = SigningKey.of(TestNetwork.get().customs().orderer().certificate())
                .orElseThrow();
        Map<Integer, SigningKey> keys = new HashMap<>();
        for (int i = 1; i <= count; i++) {
            keys.put(i, key);
        }
        return keys;
    }
}
