package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.BatchPreparedStatementSetter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import uz.muhr.client.submission.WishText;

/**
 * Wishes that are written down in one transaction of the database. What was asked for before, in the journal or earlier in
 * the batch, is not written once more.
 */
final class Batch {
    private record Known(String digest, String id) {}

    /** @param claimed whether this process works it off */
    private record New(Submitted submitted, Wished wished, boolean claimed) {}

    private final Map<String, Known> keys = new HashMap<>();
    private final Map<String, Submitted> onlyOnes = new HashMap<>();
    private final Map<String, Submitted> submissions = new HashMap<>();
    private final Set<String> subjects = new HashSet<>();
    private final List<Supplier<Accepted>> answers = new ArrayList<>();
    private final List<New> added = new ArrayList<>();
    private final List<Claimed> claimed = new ArrayList<>();
    private final List<Object[]> newKeys = new ArrayList<>();
    private final Queue queue;
    private final Instant now;

    private Batch(Queue queue, Instant now) {
        this.queue = queue;
        this.now = now;
    }

    /**
     * Writes wishes down; to be called in a transaction.
     *
     * @param waiting how many wait for their end already
     * @param most how many may
     */
    static Batch written(JdbcTemplate database, Queue queue, Instant now, int waiting, int most, List<Wished> wishes) {
        Batch batch = new Batch(queue, now);
        batch.read(JdbcClient.create(database), wishes);
        Map<Lane, Integer> room = queue.room();
        for (Wished wished : wishes) {
            batch.decide(wished, most - waiting, most, room);
        }
        batch.write(database);
        return batch;
    }

    /** Those of the new ones that this process works off. */
    List<Claimed> claimed() {
        return claimed;
    }

    /** What each is told once it is safe, in their order. */
    List<Supplier<Accepted>> answers() {
        return answers;
    }

    /** Of which lanes there are new ones that nobody has claimed. */
    Set<Lane> unclaimed() {
        return added.stream()
                .filter(one -> !one.claimed)
                .map(one -> Lane.of(one.wished.wish()))
                .collect(Collectors.toSet());
    }

    /** How many submissions are new. */
    int added() {
        return added.size();
    }

    boolean wrote() {
        return !added.isEmpty() || !newKeys.isEmpty();
    }

    private void read(JdbcClient jdbc, List<Wished> wishes) {
        String[] words = wishes.stream()
                .flatMap(wished -> wished.key().stream())
                .map(IdempotencyKey::value)
                .distinct()
                .toArray(String[]::new);
        if (words.length > 0) {
            jdbc.sql("SELECT word, digest, id FROM UNNEST(?) AS asked (wanted)"
                            + " JOIN idempotency_key ON signer = ? AND word = asked.wanted")
                    .params(words, queue.signer())
                    .query(row -> {
                        keys.put(row.getString(1), new Known(row.getString(2), row.getString(3)));
                    });
        }
        for (Submitted submitted :
                submissions(jdbc, "id", keys.values().stream().map(Known::id))) {
            submissions.put(submitted.id().value(), submitted);
        }
        for (Submitted submitted : submissions(
                jdbc,
                "only_one",
                wishes.stream().filter(Wished::onlyOne).map(Wished::uuid).map(UUID::toString))) {
            onlyOnes.put(WishText.digest(submitted.wish()), submitted);
        }
        String[] about = wishes.stream()
                .map(wished -> Queue.subject(wished.wish()))
                .distinct()
                .toArray(String[]::new);
        subjects.addAll(jdbc.sql("SELECT subject FROM UNNEST(?) AS asked (wanted)"
                        + " JOIN waiting ON subject = asked.wanted AND signer = ?")
                .params(about, queue.signer())
                .query(String.class)
                .set());
    }

    private List<Submitted> submissions(JdbcClient jdbc, String column, Stream<String> values) {
        String[] asked = values.distinct().toArray(String[]::new);
        return asked.length == 0
                ? List.of()
                : jdbc
                        .sql(SubmittedRow.named(column))
                        .params(asked, queue.signer())
                        .query(SubmittedRow::read)
                        .list()
                        .stream()
                        .map(SubmittedRow::submitted)
                        .toList();
    }

    private void decide(Wished wished, int left, int most, Map<Lane, Integer> room) {
        Known known = wished.key().map(word -> keys.get(word.value())).orElse(null);
        if (known != null && !known.digest.equals(wished.digest())) {
            answers.add(() -> {
                throw new KeyReusedException();
            });
            return;
        }
        Submitted earlier = known != null ? submissions.get(known.id) : earlier(wished);
        if (earlier == null && added.size() >= left) {
            answers.add(() -> {
                throw new QueueFullException(most);
            });
            return;
        }
        Submitted submitted = earlier != null ? earlier : add(wished, room);
        Accepted accepted = new Accepted(submitted, earlier == null);
        answers.add(() -> accepted);
        if (known == null) {
            wished.key().ifPresent(word -> add(word, wished.digest(), submitted));
        }
    }

    private @Nullable Submitted earlier(Wished wished) {
        return wished.onlyOne() ? onlyOnes.get(wished.digest()) : null;
    }

    /** Claims it, unless another about the same thing waits, or there is no room. */
    private Submitted add(Wished wished, Map<Lane, Integer> room) {
        Submitted submitted = new Submitted(
                SubmissionId.random(now), wished.wish(), now, 0, new Submitted.Received(Optional.empty()));
        boolean first = subjects.add(Queue.subject(wished.wish()));
        boolean ours = first && room.merge(Lane.of(wished.wish()), -1, Integer::sum) >= 0;
        added.add(new New(submitted, wished, ours));
        if (wished.onlyOne()) {
            onlyOnes.put(wished.digest(), submitted);
        }
        return submitted;
    }

    private void add(IdempotencyKey word, String digest, Submitted submitted) {
        String id = submitted.id().value();
        keys.put(word.value(), new Known(digest, id));
        submissions.put(id, submitted);
        newKeys.add(new Object[] {
            queue.signer(), word.value(), digest, submitted.id().uuid()
        });
    }

    private void write(JdbcTemplate database) {
        if (!added.isEmpty()) {
            List<Long> places = places(database);
            List<@Nullable Object[]> waiting = new ArrayList<>();
            for (int i = 0; i < places.size(); i++) {
                New one = added.get(i);
                waiting.add(queue.waitingRow(places.get(i), one.submitted, one.claimed));
                if (one.claimed) {
                    claimed.add(queue.claimed(places.get(i), one.submitted));
                }
            }
            database.batchUpdate(Queue.INSERT, waiting);
        }
        if (!newKeys.isEmpty()) {
            database.batchUpdate("INSERT INTO idempotency_key (signer, word, digest, id) VALUES (?, ?, ?, ?)", newKeys);
        }
    }

    /** Inserts the new ones, and says the place that each was given. */
    private List<Long> places(JdbcTemplate database) {
        GeneratedKeyHolder keyHolder = new GeneratedKeyHolder();
        database.batchUpdate(
                connection -> connection.prepareStatement(
                        "INSERT INTO submission (id, signer, wish, only_one, received_at) VALUES (?, ?, ?, ?, ?)",
                        new String[] {"place"}),
                new BatchPreparedStatementSetter() {
                    @Override
                    public void setValues(PreparedStatement row, int i) throws SQLException {
                        New one = added.get(i);
                        row.setObject(1, one.submitted.id().uuid());
                        row.setString(2, queue.signer());
                        row.setString(3, WishText.write(one.wished.wish()));
                        row.setObject(4, one.wished.onlyOne() ? one.wished.uuid() : null);
                        row.setObject(5, time(now));
                    }

                    @Override
                    public int getBatchSize() {
                        return added.size();
                    }
                },
                keyHolder);
        return keyHolder.getKeyList().stream()
                .map(row -> ((Number) row.values().iterator().next()).longValue())
                .toList();
    }
}
