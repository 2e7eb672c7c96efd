package uz.muhr.client.register;

import java.time.Instant;
import java.util.Optional;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.NumberDigest;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What is looked for: documents for which all that is given holds. Newest first.
 *
 * @param status as stored: of the current version, or of the one that stood at {@code validAt}
 * @param validAt the version that stood then has this moment within its validity
 * @param number the digest of a number, under whichever issuer and type
 * @param commitment what any version of the document holds or held, 64 hexadecimal digits
 * @param anchoredFrom the earliest time of anchoring
 * @param anchoredUntil the latest time of anchoring
 * @param limit the most documents of a page
 * @param after where the page before ended; empty for the first
 */
public record Search(
        Optional<TypeCode> type,
        Optional<MspId> issuer,
        Optional<DocumentStatus> status,
        Optional<Instant> validAt,
        Optional<NumberDigest> number,
        Optional<String> commitment,
        Optional<Instant> anchoredFrom,
        Optional<Instant> anchoredUntil,
        int limit,
        Optional<Position> after) {
    public static final int USUAL_LIMIT = 50;
    public static final int MOST = 500;

    public Search {
        checkLimit(limit, "documents");
    }

    Search withLimit(int most) {
        return new Search(type, issuer, status, validAt, number, commitment, anchoredFrom, anchoredUntil, most, after);
    }

    /** The same search where a page of it ended. */
    public Search goingOn(Position place) {
        return new Search(
                type,
                issuer,
                status,
                validAt,
                number,
                commitment,
                anchoredFrom,
                anchoredUntil,
                limit,
                Optional.of(place));
    }

    /**
     * Refuses a page of a size that there is not.
     *
     * @param things what the page is of
     */
    static void checkLimit(int limit, String things) {
        if (limit < 1 || limit > MOST) {
            throw Refusal.malformed("A page has 1 to " + MOST + " " + things + "; " + limit + " were asked for.");
        }
    }
}
