package uz.muhr.client.journal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.journal.Submitted.State;
import uz.muhr.client.submission.WishText;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** A submission as the tables have it: what was asked for, and how it ended, or what is known while it waits. */
record SubmittedRow(long place, Submitted submitted) {
    private static final String COLUMNS =
            "SELECT submission.place, id, wish, submission.received_at, COALESCE(state, 'RECEIVED') AS state,"
                    + " COALESCE(ending.attempts, waiting.attempts) AS attempts, settled_at, code,"
                    + " COALESCE(ending.sentence, waiting.sentence) AS sentence, transaction, block, answer FROM ";

    private static final String ENDS =
            " LEFT JOIN ending ON ending.place = submission.place LEFT JOIN waiting ON waiting.place = submission.place";

    /** All of them; a condition follows. */
    static final String SELECT = COLUMNS + "submission" + ENDS;

    private static final String RECEIVED = "RECEIVED";
    private static final String REFUSED = "REFUSED";

    /** Those of one signer, which is the second parameter, that a column names one of the first, an array of UUIDs as text. */
    static String named(String column) {
        return COLUMNS + "UNNEST(?) AS asked (wanted) JOIN submission ON " + column + " = CAST(asked.wanted AS UUID)"
                + ENDS + " WHERE submission.signer = ?";
    }

    static SubmittedRow read(ResultSet row, int number) throws SQLException {
        return new SubmittedRow(
                row.getLong("place"),
                new Submitted(
                        new SubmissionId(row.getString("id")),
                        WishText.parse(row.getString("wish")),
                        time(row, "received_at"),
                        row.getInt("attempts"),
                        state(row)));
    }

    private static State state(ResultSet row) throws SQLException {
        return switch (row.getString("state")) {
            case RECEIVED -> new Submitted.Received(Optional.ofNullable(row.getString("sentence")));
            case REFUSED ->
                new Submitted.Refused(
                        time(row, "settled_at"),
                        new Refusal(ErrorCode.valueOf(row.getString("code")), row.getString("sentence")));
            default ->
                new Submitted.Done(
                        time(row, "settled_at"),
                        new Place(new TransactionId(row.getString("transaction")), row.getLong("block")),
                        row.getString("answer"));
        };
    }

    static Instant time(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** A time as both databases take it. */
    static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
