package uz.muhr.client.register;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.fabric.LedgerBlock;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.client.following.Projection;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Makes rows of the document records in blocks. Every version of a document is written under its key {@code D} once, so
 * the copies under {@code E} and the index under {@code C} say nothing new; what customs writes is for {@link CustomsRows},
 * and other kinds of keys are not the register's.
 */
final class DocumentRows implements Projection {
    private static final String DOCUMENT = "D";

    private static final String INSERT = """
            INSERT INTO document_version (written, document, sequence, place, issuer, type, status, commitment,
                valid_from, valid_until, anchored_at, changed_at, record)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String REPLACE =
            "UPDATE document_version SET replaced_at = ? WHERE document = ? AND sequence = ? AND replaced_at IS NULL";

    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final CustomsRows customs;

    DocumentRows(JdbcClient jdbc, JdbcOperations batches) {
        this.jdbc = jdbc;
        this.customs = new CustomsRows(jdbc);
        this.batches = batches;
    }

    private record IssuedType(String issuer, String type) {}

    @Override
    public int write(List<LedgerBlock> blocks) {
        List<Object[]> rows = new ArrayList<>();
        Set<IssuedType> issued = new HashSet<>();
        int written = 0;
        for (LedgerBlock block : blocks) {
            int turn = 0;
            int transaction = 0;
            for (StateWrite write : block.writes()) {
                turn = write.transaction() == transaction ? turn : 0;
                transaction = write.transaction();
                Position position = new Position(block.number(), transaction, turn);
                if (write.kind().equals(DOCUMENT)) {
                    DocumentId document = document(block, write);
                    DocumentRecord record = record(block, write);
                    if (record.sequence() > 1) {
                        insert(rows);
                    }
                    long place = record.sequence() == 1 ? position.key() : replace(block, document, record);
                    rows.add(row(position.key(), place, document, record, write.value()));
                    issued.add(new IssuedType(
                            record.issuer().value(), record.type().value()));
                    written++;
                } else if (CustomsRows.concern(write)) {
                    insert(rows);
                    written += customs.write(block, write, position);
                }
                turn++;
            }
        }
        insert(rows);
        issued.forEach(this::remember);
        return written;
    }

    /** A version may end one that a block before it, or its own, has brought. */
    private void insert(List<Object[]> rows) {
        if (!rows.isEmpty()) {
            batches.batchUpdate(INSERT, rows);
            rows.clear();
        }
    }

    /** Ends the version before, and gives the document's place. */
    private long replace(LedgerBlock block, DocumentId document, DocumentRecord record) {
        int ended = jdbc.sql(REPLACE)
                .param(UtcTime.of(record.changed().time()))
                .param(document.hex())
                .param(record.sequence() - 1)
                .update();
        if (ended != 1) {
            throw UnreadableBlock.because(
                    block, "version " + record.sequence() + " of a document does not follow its last one", null);
        }
        return jdbc.sql("SELECT place FROM document_version WHERE document = ? AND sequence = ?")
                .param(document.hex())
                .param(record.sequence() - 1)
                .query(Long.class)
                .single();
    }

    private static Object[] row(long position, long place, DocumentId document, DocumentRecord record, String text) {
        return new Object[] {
            position,
            document.hex(),
            record.sequence(),
            place,
            record.issuer().value(),
            record.type().value(),
            record.status().name(),
            record.commitment().hex(),
            UtcTime.of(record.validity().from()),
            UtcTime.of(record.validity().until()),
            UtcTime.of(record.anchored().time()),
            UtcTime.of(record.changed().time()),
            text
        };
    }

    private void remember(IssuedType issued) {
        jdbc.sql("INSERT INTO issued_type (issuer, type) SELECT CAST(? AS VARCHAR(64)), CAST(? AS VARCHAR(3))"
                        + " WHERE NOT EXISTS (SELECT 1 FROM issued_type WHERE issuer = ? AND type = ?)")
                .param(issued.issuer())
                .param(issued.type())
                .param(issued.issuer())
                .param(issued.type())
                .update();
    }

    private static DocumentId document(LedgerBlock block, StateWrite write) {
        if (write.parts().size() != 1) {
            throw UnreadableBlock.because(
                    block, "the key of a document has " + write.parts().size() + " parts", null);
        }
        try {
            return new DocumentId(write.parts().get(0));
        } catch (Refusal e) {
            throw UnreadableBlock.because(block, e.sentence(), e);
        }
    }

    private static DocumentRecord record(LedgerBlock block, StateWrite write) {
        try {
            return RecordText.parse(write.value());
        } catch (Refusal e) {
            throw UnreadableBlock.because(block, e.sentence(), e);
        }
    }
}
