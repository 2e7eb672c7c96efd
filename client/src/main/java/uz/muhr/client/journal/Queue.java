package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uz.muhr.client.submission.Sendings;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.protocol.identifier.TransactionId;

/**
 * The submissions of one signer that wait, as one of several processes works them off. What it claims nobody else touches
 * while it says that it is alive.
 */
final class Queue {
    private static final Duration LEASE = Duration.ofSeconds(20);

    /** How many are looked at for singles: those that wait for an earlier one about the same thing are passed over. */
    private static final int CANDIDATES = 200;

    private static final String FREE =
            " AND (claimed_by IS NULL OR claimed_by NOT IN (SELECT id FROM dispatcher WHERE alive_until > :now))";

    private final String self = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final TransactionTemplate writing;
    private final Durability durability;
    private final String signer;
    private final Clock clock;

    Queue(
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate writing,
            Durability durability,
            String signer,
            Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.writing = writing;
        this.durability = durability;
        this.signer = signer;
        this.clock = clock;
    }

    /** Says that this process is alive; to be repeated well within {@link #LEASE}. */
    void alive() {
        writing.executeWithoutResult(status -> {
            if (jdbc.sql("UPDATE dispatcher SET alive_until = ? WHERE id = ?")
                            .params(time(clock.instant().plus(LEASE)), self)
                            .update()
                    == 0) {
                jdbc.sql("INSERT INTO dispatcher (id, alive_until) VALUES (?, ?)")
                        .params(self, time(clock.instant().plus(LEASE)))
                        .update();
            }
        });
    }

    /** Gives back all that this process has claimed. */
    void leave() {
        jdbc.sql("DELETE FROM dispatcher WHERE id = ?").param(self).update();
    }

    void forgetOthers() {
        jdbc.sql("DELETE FROM dispatcher").update();
    }

    Waiting waiting() {
        return jdbc.sql("SELECT COUNT(*), MIN(received_at) AS oldest FROM submission WHERE state = ? AND signer = ?")
                .params(SubmittedRow.RECEIVED, signer)
                .query((row, n) -> new Waiting(
                        row.getInt(1),
                        row.getObject("oldest") == null
                                ? Optional.empty()
                                : Optional.of(SubmittedRow.time(row, "oldest"))))
                .single();
    }

    /** Claims what is due, the oldest first, and of those about the same thing only the first. */
    List<Claimed> claim(Lane lane, int most) {
        List<Claimed> claimed = writing.execute(status -> {
            List<Long> places = lock(firstOfTheirSubjects(candidates(lane, Math.max(most, CANDIDATES)), most));
            return places.isEmpty() ? List.of() : taken(places);
        });
        return claimed == null ? List.of() : claimed;
    }

    private record Candidate(long place, String subject) {}

    private List<Candidate> candidates(Lane lane, int most) {
        return jdbc.sql(
                        "SELECT place, subject FROM submission WHERE state = :state AND signer = :signer AND lane = :lane"
                                + " AND due_at <= :now" + FREE + " ORDER BY place FETCH FIRST " + most + " ROWS ONLY")
                .param("state", SubmittedRow.RECEIVED)
                .param("signer", signer)
                .param("lane", lane.name())
                .param("now", time(clock.instant()))
                .query((row, n) -> new Candidate(row.getLong(1), row.getString(2)))
                .list();
    }

    private List<Long> firstOfTheirSubjects(List<Candidate> candidates, int most) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<String, Long> first = new HashMap<>();
        jdbc.sql("SELECT subject, MIN(place) FROM submission"
                        + " WHERE state = :state AND signer = :signer AND subject IN (:subjects) GROUP BY subject")
                .param("state", SubmittedRow.RECEIVED)
                .param("signer", signer)
                .param(
                        "subjects",
                        candidates.stream().map(Candidate::subject).distinct().toList())
                .query(row -> {
                    first.put(row.getString(1), row.getLong(2));
                });
        return candidates.stream()
                .filter(candidate -> first.getOrDefault(candidate.subject, -1L) == candidate.place)
                .map(Candidate::place)
                .limit(most)
                .toList();
    }

    private List<Long> lock(List<Long> places) {
        return places.isEmpty()
                ? places
                : jdbc.sql("SELECT place FROM submission WHERE place IN (:places) AND state = :state" + FREE
                                + " ORDER BY place FOR UPDATE SKIP LOCKED")
                        .param("places", places)
                        .param("state", SubmittedRow.RECEIVED)
                        .param("now", time(clock.instant()))
                        .query(Long.class)
                        .list();
    }

    private List<Claimed> taken(List<Long> places) {
        jdbc.sql("UPDATE submission SET claimed_by = :self WHERE place IN (:places)")
                .param("self", self)
                .param("places", places)
                .update();
        Map<Long, List<Sending>> sent = new HashMap<>();
        jdbc.sql("SELECT place, transaction, answer, sent_at FROM sending WHERE place IN (:places) ORDER BY sent_at")
                .param("places", places)
                .query(row -> {
                    sent.computeIfAbsent(row.getLong("place"), none -> new ArrayList<>())
                            .add(new Sending(
                                    new TransactionId(row.getString("transaction")),
                                    row.getString("answer"),
                                    SubmittedRow.time(row, "sent_at")));
                });
        return jdbc
                .sql("SELECT " + SubmittedRow.COLUMNS + " FROM submission WHERE place IN (:places) ORDER BY place")
                .param("places", places)
                .query(SubmittedRow::read)
                .list()
                .stream()
                .map(row -> new Claimed(
                        row.place(),
                        row.submitted(),
                        new Sendings(sent.getOrDefault(row.place(), List.of()), book(row.place()))))
                .toList();
    }

    private Sendings.Book book(long place) {
        return new Sendings.Book() {
            @Override
            public void sending(Sending sending) {
                Queue.this.sending(List.of(place), sending);
            }

            @Override
            public void invalid(TransactionId transaction) {
                Queue.this.invalid(List.of(place), transaction);
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
            int ours = jdbc.sql(
                            "SELECT place FROM submission WHERE place IN (:places) AND claimed_by = :self FOR UPDATE")
                    .param("places", places)
                    .param("self", self)
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

    void invalid(List<Long> places, TransactionId transaction) {
        jdbc.sql("DELETE FROM sending WHERE place IN (:places) AND transaction = :transaction")
                .param("places", places)
                .param("transaction", transaction.hex())
                .update();
    }

    /** Writes the ends of submissions down, and gives back those that have none yet; it is safe when this returns. */
    void write(List<End> ends) {
        writing.executeWithoutResult(status -> {
            batches.batchUpdate(
                    "UPDATE submission SET state = ?, attempts = ?, due_at = ?, settled_at = ?, code = ?, sentence = ?,"
                            + " transaction = ?, block = ?, answer = ?, only_one = CASE ? WHEN 'REFUSED' THEN NULL ELSE"
                            + " only_one END, claimed_by = NULL WHERE place = ? AND state = 'RECEIVED'",
                    ends.stream().map(Queue::row).toList());
            List<Long> settled = ends.stream()
                    .filter(end -> end.submitted().settled())
                    .map(End::place)
                    .toList();
            if (!settled.isEmpty()) {
                jdbc.sql("DELETE FROM sending WHERE place IN (:places)")
                        .param("places", settled)
                        .update();
            }
        });
        durability.force();
    }

    /**
     * Where a submission stands after an attempt.
     *
     * @param due when it is to be attempted again, unless it is settled
     */
    record End(long place, Submitted submitted, Instant due) {}

    private static @Nullable Object[] row(End end) {
        Submitted submitted = end.submitted();
        Submitted.Done done = submitted.state() instanceof Submitted.Done found ? found : null;
        Submitted.Refused refused = submitted.state() instanceof Submitted.Refused found ? found : null;
        String why = submitted.state() instanceof Submitted.Received received
                ? received.why().orElse(null)
                : null;
        return new @Nullable Object[] {
            submitted.stateName(),
            submitted.attempts(),
            time(end.due()),
            done != null ? time(done.at()) : refused != null ? time(refused.at()) : null,
            refused == null ? null : refused.refusal().code().name(),
            refused == null ? why : refused.refusal().sentence(),
            done == null ? null : done.place().transaction().hex(),
            done == null ? null : done.place().block(),
            done == null ? null : done.answer(),
            submitted.stateName(),
            end.place()
        };
    }
}
