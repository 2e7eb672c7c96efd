package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import uz.muhr.client.submission.WishText;

/**
 * Wishes that are written down in one transaction of the database. What was asked for before, in the journal or earlier in
 * the batch, is not written once more.
 */
final class Batch {
    private record Known(String digest, String id) {}

    private final String signer;
    private final Instant now;
    private final Map<String, Known> keys = new HashMap<>();
    private final Map<String, Submitted> onlyOnes = new HashMap<>();
    private final Map<String, Submitted> submissions = new HashMap<>();
    private final List<Supplier<Accepted>> answers = new ArrayList<>();
    private final List<@Nullable Object[]> newSubmissions = new ArrayList<>();
    private final List<Object[]> newKeys = new ArrayList<>();

    private Batch(String signer, Instant now) {
        this.signer = signer;
        this.now = now;
    }

    /**
     * Writes wishes down; to be called in a transaction.
     *
     * @param waiting how many wait for their end already
     * @param most how many may
     */
    static Batch written(
            JdbcTemplate database, String signer, Instant now, int waiting, int most, List<Wished> wishes) {
        Batch batch = new Batch(signer, now);
        batch.read(JdbcClient.create(database), wishes);
        for (Wished wished : wishes) {
            batch.decide(wished, most - waiting, most);
        }
        batch.write(database);
        return batch;
    }

    /** What each is told once it is safe, in their order. */
    List<Supplier<Accepted>> answers() {
        return answers;
    }

    /** How many submissions are new. */
    int added() {
        return newSubmissions.size();
    }

    boolean wrote() {
        return !newSubmissions.isEmpty() || !newKeys.isEmpty();
    }

    private void read(JdbcClient jdbc, List<Wished> wishes) {
        List<String> words = wishes.stream()
                .flatMap(wished -> wished.key().stream())
                .map(IdempotencyKey::value)
                .toList();
        if (!words.isEmpty()) {
            jdbc.sql("SELECT word, digest, id FROM idempotency_key WHERE signer = ? AND word = ANY(?)")
                    .params(signer, words.toArray())
                    .query(row -> {
                        keys.put(row.getString(1), new Known(row.getString(2), row.getString(3)));
                    });
        }
        submissions(jdbc, "id", keys.values().stream().map(Known::id).toList())
                .forEach(row -> submissions.put(row.submitted().id().value(), row.submitted()));
        List<String> digests = wishes.stream()
                .filter(Wished::onlyOne)
                .map(Wished::digest)
                .distinct()
                .toList();
        submissions(jdbc, "only_one", digests)
                .forEach(row -> onlyOnes.put(WishText.digest(row.submitted().wish()), row.submitted()));
    }

    private List<SubmittedRow> submissions(JdbcClient jdbc, String column, Collection<String> values) {
        return values.isEmpty()
                ? List.of()
                : jdbc.sql("SELECT " + SubmittedRow.COLUMNS + " FROM submission WHERE signer = ? AND " + column
                                + " = ANY(?)")
                        .params(signer, values.toArray())
                        .query(SubmittedRow::read)
                        .list();
    }

    private void decide(Wished wished, int room, int most) {
        Known known = wished.key().map(word -> keys.get(word.value())).orElse(null);
        if (known != null && !known.digest.equals(wished.digest())) {
            answers.add(() -> {
                throw new KeyReusedException();
            });
            return;
        }
        Submitted earlier = known != null ? submissions.get(known.id) : earlier(wished);
        if (earlier == null && newSubmissions.size() >= room) {
            answers.add(() -> {
                throw new QueueFullException(most);
            });
            return;
        }
        Submitted submitted = earlier != null ? earlier : add(wished);
        Accepted accepted = new Accepted(submitted, earlier == null);
        answers.add(() -> accepted);
        if (known == null) {
            wished.key().ifPresent(word -> add(word, wished.digest(), submitted));
        }
    }

    private @Nullable Submitted earlier(Wished wished) {
        return wished.onlyOne() ? onlyOnes.get(wished.digest()) : null;
    }

    private Submitted add(Wished wished) {
        Submitted submitted =
                new Submitted(SubmissionId.random(), wished.wish(), now, 0, new Submitted.Received(Optional.empty()));
        newSubmissions.add(new @Nullable Object[] {
            submitted.id().value(),
            signer,
            Lane.of(wished.wish()).name(),
            wished.wish().subject(),
            WishText.write(wished.wish()),
            wished.onlyOne() ? wished.digest() : null,
            SubmittedRow.RECEIVED,
            time(now),
            time(now)
        });
        if (wished.onlyOne()) {
            onlyOnes.put(wished.digest(), submitted);
        }
        return submitted;
    }

    private void add(IdempotencyKey word, String digest, Submitted submitted) {
        String id = submitted.id().value();
        keys.put(word.value(), new Known(digest, id));
        submissions.put(id, submitted);
        newKeys.add(new Object[] {signer, word.value(), digest, id});
    }

    private void write(JdbcTemplate database) {
        if (!newSubmissions.isEmpty()) {
            database.batchUpdate(
                    "INSERT INTO submission (id, signer, lane, subject, wish, only_one, state, attempts, received_at, due_at)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, 0, ?, ?)",
                    newSubmissions);
        }
        if (!newKeys.isEmpty()) {
            database.batchUpdate("INSERT INTO idempotency_key (signer, word, digest, id) VALUES (?, ?, ?, ?)", newKeys);
        }
    }
}
