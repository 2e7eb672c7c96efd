package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Where the ledger wrote something, as text, as a number, and in order. */
class PositionTest {
    private static final int LAST_TURN = 65_535;

    @ParameterizedTest
    @ValueSource(strings = {"0", "0:0:0", "120", "120:3:0", "120:65535:65534", "2147483647:0:1", "2147483647"})
    void whatWasWrittenIsReadAgain(String text) {
        Position position = Position.parse(text);
        assertEquals(text, position.toString());
        assertEquals(position, Position.of(position.key()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "x",
                "-1",
                "01",
                "1:2",
                "1:2:3:4",
                "1:02:3",
                "1:2:-3",
                " 1:2:3",
                "1:2:65536",
                "1:65536:0",
                "1;2;3",
                "2147483648:0:0",
                "99999999999:0:0"
            })
    void anythingElseIsRefused(String text) {
        assertEquals(
                ErrorCode.MALFORMED_ARGUMENT,
                assertThrows(Refusal.class, () -> Position.parse(text)).code());
    }

    @Test
    void theLedgersOrderIsByBlockThenTransactionThenTurn() {
        List<Position> ordered = List.of(
                new Position(0, 0, 0),
                new Position(0, 0, 1),
                new Position(0, 1, 0),
                new Position(0, LAST_TURN, 0),
                Position.endOf(0),
                new Position(1, 0, 0),
                new Position(1, 0, LAST_TURN),
                new Position(1, 1, 0),
                Position.endOf(1),
                Position.endOf(Integer.MAX_VALUE));
        assertEquals(ordered, ordered.stream().sorted().toList());
        for (int i = 1; i < ordered.size(); i++) {
            assertEquals(-1, Integer.signum(ordered.get(i - 1).compareTo(ordered.get(i))));
        }
    }
}
