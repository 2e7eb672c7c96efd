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

/** A row of the table {@code submission}. */
record SubmittedRow(long place, Submitted submitted) {
    static final String COLUMNS =
            "place, id, wish, state, attempts, received_at, settled_at, code, sentence, transaction,"
                    + " block, answer";

    static final String RECEIVED = "RECEIVED";
    static final String REFUSED = "REFUSED";

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
