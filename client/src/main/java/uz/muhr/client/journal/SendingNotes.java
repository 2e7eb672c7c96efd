package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uz.muhr.client.submission.Sendings;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.protocol.identifier.TransactionId;

/** Which transactions were sent for what waits: noted before they are, so that whoever goes on later can ask after them. */
final class SendingNotes {
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate writing;
    private final Durability durability;
    private final String self;

    /** @param self the process that sends, as its claims name it */
    SendingNotes(
            JdbcClient jdbc, JdbcTemplate batches, TransactionTemplate writing, Durability durability, String self) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.writing = writing;
        this.durability = durability;
        this.self = self;
    }

    /** Those of each place that has any, the oldest first. */
    Map<Long, List<Sending>> of(Long[] places) {
        Map<Long, List<Sending>> sent = new HashMap<>();
        jdbc.sql("SELECT place, transaction, answer, sent_at FROM sending WHERE place = ANY(?) ORDER BY sent_at")
                .param(places)
                .query(row -> {
                    sent.computeIfAbsent(row.getLong("place"), none -> new ArrayList<>())
                            .add(new Sending(
                                    new TransactionId(row.getString("transaction")),
                                    row.getString("answer"),
                                    SubmittedRow.time(row, "sent_at")));
                });
        return sent;
    }

    /** For what is sent of one place alone. */
    Sendings.Book book(long place) {
        return new Sendings.Book() {
            @Override
            public void sending(Sending sending) {
                SendingNotes.this.sending(List.of(place), sending);
            }

            @Override
            public void invalid(TransactionId transaction) {
                SendingNotes.this.invalid(List.of(place), transaction);
            }
        };
    }

    /**
     * Notes that a transaction is about to be sent for these; it is safe when this returns.
     *
     * @throws ClaimLostException when another process has taken one of them over, so that nothing may be sent
     */
    void sending(List<Long> places, Sending sending) {
        writing.executeWithoutResult(status -> {
            int ours = jdbc.sql("SELECT place FROM waiting WHERE place = ANY(?) AND claimed_by = ? FOR UPDATE")
                    .params(places.toArray(Long[]::new), self)
                    .query(Long.class)
                    .list()
                    .size();
            if (ours != places.size()) {
                throw new ClaimLostException();
            }
            batches.batchUpdate(
                    "INSERT INTO sending (place, transaction, answer, sent_at) VALUES (?, ?, ?, ?)",
                    places.stream()
                            .map(place -> new Object[] {
                                place, sending.transaction().hex(), sending.answer(), time(sending.at())
                            })
                            .toList());
        });
        durability.force();
    }

    /** Forgets a transaction that is known to have come to nothing. */
    void invalid(List<Long> places, TransactionId transaction) {
        jdbc.sql("DELETE FROM sending WHERE place = ANY(?) AND transaction = ?")
                .params(places.toArray(Long[]::new), transaction.hex())
                .update();
    }
}
