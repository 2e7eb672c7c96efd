package uz.muhr.client.register;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.fabric.LedgerBlock;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.protocol.customs.Draw;
import uz.muhr.protocol.customs.Holds;
import uz.muhr.protocol.customs.WriteOffs;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Makes rows of what customs writes about documents: under the key {@code W} of a document the total of its write-offs, under
 * {@code W} and the draw each of them, and under {@code H} its holds.
 */
final class CustomsRows {
    private static final String WRITE_OFF = "W";
    private static final String HOLD = "H";
    private static final int OF_A_DOCUMENT = 1;
    private static final int OF_A_DRAW = 2;

    private final JdbcClient jdbc;

    CustomsRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What was read from a row. */
    static CustomsAct act(String kind, String content) {
        return kind.equals(WRITE_OFF)
                ? new CustomsAct.WriteOff(Draw.parse(content))
                : new CustomsAct.Holding(Holds.parse(content));
    }

    static boolean concern(StateWrite write) {
        return write.kind().equals(WRITE_OFF) || write.kind().equals(HOLD);
    }

    /**
     * Writes what one write says; the document's own rows are there.
     *
     * @return how many acts it was: a total alone is none
     */
    int write(LedgerBlock block, StateWrite write, Position position) {
        int parts = write.parts().size();
        boolean hold = write.kind().equals(HOLD);
        if (parts != OF_A_DOCUMENT && (hold || parts != OF_A_DRAW)) {
            throw UnreadableBlock.because(block, "the key of an act of customs has " + parts + " parts", null);
        }
        String document = parsed(block, write.parts().get(0), DocumentId::new).hex();
        if (hold) {
            boolean held = parsed(block, write.value(), Holds::parse).isHeld();
            update(document, "held", held);
        } else if (parts == OF_A_DOCUMENT) {
            update(
                    document,
                    "drawn",
                    parsed(block, write.value(), WriteOffs::parse).drawn().toString());
            return 0;
        } else {
            parsed(block, write.value(), Draw::parse);
        }
        insert(block, document, write, position);
        return 1;
    }

    private void insert(LedgerBlock block, String document, StateWrite write, Position position) {
        Optional<Long> sequence = jdbc.sql(
                        "SELECT sequence FROM document_version WHERE document = ? AND replaced_at IS NULL")
                .param(document)
                .query(Long.class)
                .optional();
        if (sequence.isEmpty()) {
            throw UnreadableBlock.because(block, "customs acts on a document that nobody anchored", null);
        }
        jdbc.sql("INSERT INTO customs_act (written, document, sequence, kind, content) VALUES (?, ?, ?, ?, ?)")
                .params(List.of(position.key(), document, sequence.get(), write.kind(), write.value()))
                .update();
    }

    private void update(String document, String column, Object value) {
        if (jdbc.sql("UPDATE customs_state SET " + column + " = ? WHERE document = ?")
                        .params(value, document)
                        .update()
                == 0) {
            jdbc.sql("INSERT INTO customs_state (document, held) VALUES (?, FALSE)")
                    .param(document)
                    .update();
            update(document, column, value);
        }
    }

    private static <T> T parsed(LedgerBlock block, String text, Function<String, T> parser) {
        try {
            return parser.apply(text);
        } catch (Refusal e) {
            throw UnreadableBlock.because(block, e.sentence(), e);
        }
    }
}
