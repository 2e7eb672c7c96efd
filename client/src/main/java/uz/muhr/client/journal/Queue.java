package uz.muhr.client.journal;

import static uz.muhr.client.journal.SubmittedRow.time;

import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import uz.muhr.client.submission.Sendings;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.client.submission.Wish;

/**
 * The submissions of one signer that wait, as one of several processes works them off. What it claims nobody else touches
 * while it says that it is alive.
 */
final class Queue {
    private static final Duration LEASE = Duration.ofSeconds(20);

    /** How many are looked at for singles: those that wait for an earlier one about the same thing are passed over. */
    private static final int CANDIDATES = 200;

    /** A row of what {@link #waitingRow} gives. */
    static final String INSERT =
            "INSERT INTO waiting (place, signer, lane, subject, received_at, due_at, claimed_by) VALUES (?, ?, ?, ?, ?, ?, ?)";

    /** Two things that share so much of their ids merely wait for one another. */
    private static final int SUBJECT = 16;

    private final String self = UUID.randomUUID().toString();
    private final JdbcClient jdbc;
    private final TransactionTemplate writing;
    private final Durability durability;
    private final String signer;
    private final Clock clock;
    private final Endings endings;
    private final SendingNotes notes;
    private final Map<Lane, Looks> looks = new EnumMap<>(Lane.class);
    private volatile Handed handed = new Handed(Map.of());

    Queue(
            JdbcClient jdbc,
            JdbcTemplate batches,
            TransactionTemplate writing,
            Durability durability,
            String signer,
            Clock clock) {
        this.jdbc = jdbc;
        this.writing = writing;
        this.durability = durability;
        this.signer = signer;
        this.clock = clock;
        this.endings = new Endings(jdbc, batches, self);
        this.notes = new SendingNotes(jdbc, batches, writing, durability, self);
        for (Lane lane : Lane.values()) {
            looks.put(lane, new Looks(clock));
        }
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

    /** Whoever worked for this signer, and whoever is silent for long, is gone; those who work for others stay. */
    void forgetOthers() {
        jdbc.sql("DELETE FROM dispatcher WHERE alive_until < ?"
                        + " OR id IN (SELECT claimed_by FROM waiting WHERE signer = ?)")
                .params(time(clock.instant()), signer)
                .update();
    }

    Waiting waiting() {
        return jdbc.sql("SELECT COUNT(*), MIN(received_at) AS oldest FROM waiting WHERE signer = ?")
                .param(signer)
                .query((row, n) -> new Waiting(
                        row.getInt(1),
                        row.getObject("oldest") == null
                                ? Optional.empty()
                                : Optional.of(SubmittedRow.time(row, "oldest"))))
                .single();
    }

    String signer() {
        return signer;
    }

    /** What a wish is about, as the queue compares it. */
    static String subject(Wish wish) {
        String whole = wish.subject();
        return whole.substring(0, Math.min(SUBJECT, whole.length()));
    }

    /** There is somebody who works on what is handed on, of each lane so many at most. */
    void handOn(Map<Lane, Integer> most) {
        handed = new Handed(most);
    }

    /** What is noted of what this process sends. */
    SendingNotes notes() {
        return notes;
    }

    /** How many of each lane may be claimed as they are taken in. */
    Map<Lane, Integer> room() {
        Map<Lane, Integer> room = new EnumMap<>(Lane.class);
        for (Lane lane : Lane.values()) {
            room.put(lane, handed.room(lane));
        }
        return room;
    }

    @Nullable
    Object[] waitingRow(long place, Submitted submitted, boolean claimed) {
        return new @Nullable Object[] {
            place,
            signer,
            Lane.of(submitted.wish()).name(),
            subject(submitted.wish()),
            time(submitted.received()),
            time(submitted.received()),
            claimed ? self : null
        };
    }

    Claimed claimed(long place, Submitted submitted) {
        return new Claimed(place, submitted, new Sendings(List.of(), notes.book(place)));
    }

    /**
     * Hands on what was claimed as it was taken in; to be called once that is committed.
     *
     * @param unclaimed what was taken in beside it and left for whoever looks
     */
    void hand(List<Claimed> claimed, Set<Lane> unclaimed) {
        claimed.forEach(handed::add);
        unclaimed.forEach(lane -> looks(lane).at(clock.instant()));
    }

    /** What is due and nobody else works on: what waits in the database when it is time to look there, or what was handed on. */
    List<Claimed> claim(Lane lane, int most) {
        List<Claimed> found = looks(lane).due() ? claimWaiting(lane, most) : List.of();
        return found.isEmpty() ? handed.take(lane, most) : found;
    }

    private Looks looks(Lane lane) {
        return Objects.requireNonNull(looks.get(lane));
    }

    /** Claims what is due, the oldest first, and of those about the same thing only the first. */
    private List<Claimed> claimWaiting(Lane lane, int most) {
        looks(lane).begin();
        List<Claimed> claimed = writing.execute(status -> {
            List<Candidate> candidates = candidates(lane, Math.max(most, CANDIDATES));
            if (!candidates.isEmpty()) {
                looks(lane).at(clock.instant());
            }
            List<Long> places = firstOfTheirSubjects(candidates, most);
            return places.isEmpty() ? List.of() : taken(places.toArray(Long[]::new));
        });
        return claimed == null ? List.of() : claimed;
    }

    private record Candidate(long place, String subject) {}

    /** Locks what is due and nobody has; what others are claiming at this moment is passed over. */
    private List<Candidate> candidates(Lane lane, int most) {
        return jdbc.sql("SELECT place, subject FROM waiting WHERE signer = ? AND lane = ? AND due_at <= ?"
                        + " AND (claimed_by IS NULL OR claimed_by NOT IN (SELECT id FROM dispatcher WHERE alive_until > ?))"
                        + " ORDER BY place FETCH FIRST " + most + " ROWS ONLY FOR UPDATE SKIP LOCKED")
                .params(signer, lane.name(), time(clock.instant()), time(clock.instant()))
                .query((row, n) -> new Candidate(row.getLong(1), row.getString(2)))
                .list();
    }

    private List<Long> firstOfTheirSubjects(List<Candidate> candidates, int most) {
        if (candidates.isEmpty()) {
            return List.of();
        }
        Map<String, Long> first = new HashMap<>();
        jdbc.sql("SELECT subject, MIN(place) FROM waiting WHERE signer = ? AND subject = ANY(?) GROUP BY subject")
                .params(
                        signer,
                        candidates.stream().map(Candidate::subject).distinct().toArray(String[]::new))
                .query(row -> {
                    first.put(row.getString(1), row.getLong(2));
                });
        return candidates.stream()
                .filter(candidate -> first.getOrDefault(candidate.subject, -1L) == candidate.place)
                .map(Candidate::place)
                .limit(most)
                .toList();
    }

    private List<Claimed> taken(Long[] places) {
        jdbc.sql("UPDATE waiting SET claimed_by = ? WHERE place = ANY(?)")
                .params(self, places)
                .update();
        Map<Long, List<Sending>> sent = notes.of(places);
        return jdbc
                .sql(SubmittedRow.SELECT + " WHERE submission.place = ANY(?) ORDER BY submission.place")
                .param(places)
                .query(SubmittedRow::read)
                .list()
                .stream()
                .map(row -> new Claimed(
                        row.place(),
                        row.submitted(),
                        new Sendings(sent.getOrDefault(row.place(), List.of()), notes.book(row.place()))))
                .toList();
    }

    /** Writes the ends of submissions down, and gives back those that have none yet; it is safe when this returns. */
    void write(List<End> ends) {
        writing.executeWithoutResult(status -> {
            endings.settle(
                    ends.stream().filter(end -> end.submitted().settled()).toList());
            endings.putOff(
                    ends.stream().filter(end -> !end.submitted().settled()).toList());
        });
        durability.force();
        for (End end : ends) {
            if (!end.submitted().settled()) {
                looks(Lane.of(end.submitted().wish())).at(end.due());
            }
        }
    }
}
