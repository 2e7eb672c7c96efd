package uz.muhr.protocol.authority;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What an issuer may do with one type of document, as the ledger stores it: canonical JSON of format 1.
 *
 * @param periods in order, not overlapping; distrust has been cut out of them
 * @param distrustedSince says why a period ends there: what was anchored from then on is not believed
 * @param sequence 1 when written first, one more with each change
 * @param proposal what made this version; absent only for what a network was established with
 */
public record AuthorityRecord(
        MspId issuer,
        TypeCode type,
        List<AuthorityPeriod> periods,
        Optional<Instant> distrustedSince,
        long sequence,
        Optional<ProposalId> proposal) {
    private static final int FORMAT = 1;
    private static final String WHAT = "An authority record";

    public AuthorityRecord {
        periods = List.copyOf(periods);
        distrustedSince = distrustedSince.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        if (sequence < 1) {
            throw corrupt("its sequence is below 1");
        }
        if (proposal.isEmpty() && (sequence > 1 || periods.isEmpty())) {
            throw corrupt("no proposal made it");
        }
        for (int i = 0; i + 1 < periods.size(); i++) {
            Instant next = periods.get(i + 1).from();
            if (periods.get(i).until().map(next::isBefore).orElse(true)) {
                throw corrupt("its periods overlap");
            }
        }
    }

    /** The first record of an issuer and a type. */
    public static AuthorityRecord first(
            MspId issuer, TypeCode type, AuthorityPeriod period, Optional<ProposalId> proposal) {
        return new AuthorityRecord(issuer, type, List.of(period), Optional.empty(), 1, proposal);
    }

    public boolean inForce(Instant time) {
        return periods.stream().anyMatch(period -> period.includes(time));
    }

    /** Whether it is distrust, not a mere end, that leaves the issuer without authority at a time. */
    public boolean distrustedAt(Instant time) {
        return !inForce(time)
                && distrustedSince.map(since -> !time.isBefore(since)).orElse(false);
    }

    /**
     * With one period more. One that begins when distrust did, or before, takes the distrust back.
     *
     * @throws Refusal ILLEGAL_TRANSITION when it overlaps with one there is
     */
    public AuthorityRecord granted(AuthorityPeriod period, ProposalId by) {
        List<AuthorityPeriod> all = new ArrayList<>(periods);
        all.add(period);
        all.sort(Comparator.comparing(AuthorityPeriod::from));
        try {
            return next(all, distrustedSince.filter(period.from()::isAfter), by);
        } catch (Refusal overlap) {
            throw new Refusal(
                    ErrorCode.ILLEGAL_TRANSITION,
                    issuer + " has authority over type " + type + " in a part of that period already.",
                    overlap);
        }
    }

    /**
     * Without authority from a moment on.
     *
     * @throws Refusal ILLEGAL_TRANSITION when there is none to take
     */
    public AuthorityRecord withdrawn(Instant from, ProposalId by) {
        return changed(next(before(from), distrustedSince, by), from);
    }

    /**
     * Without authority since a moment, past or to come, and with the reason.
     *
     * @throws Refusal ILLEGAL_TRANSITION when it was distrusted before that already
     */
    public AuthorityRecord distrusted(Instant since, ProposalId by) {
        return changed(
                next(
                        before(since),
                        Optional.of(distrustedSince.filter(since::isAfter).orElse(since)),
                        by),
                since);
    }

    private List<AuthorityPeriod> before(Instant end) {
        return periods.stream().flatMap(period -> period.before(end).stream()).toList();
    }

    private AuthorityRecord next(List<AuthorityPeriod> after, Optional<Instant> distrust, ProposalId by) {
        return new AuthorityRecord(issuer, type, after, distrust, sequence + 1, Optional.of(by));
    }

    private AuthorityRecord changed(AuthorityRecord after, Instant from) {
        if (after.periods.equals(periods) && after.distrustedSince.equals(distrustedSince)) {
            throw new Refusal(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "From " + LedgerTime.write(from) + " on " + issuer + " has no authority over type " + type
                            + " that could be taken.");
        }
        return after;
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    public JsonObject json() {
        JsonArray list = new JsonArray();
        periods.forEach(period -> list.add(period.json()));
        JsonObject json = new JsonObject();
        distrustedSince.ifPresent(time -> json.addProperty("distrustedSince", LedgerTime.write(time)));
        json.addProperty("format", FORMAT);
        json.addProperty("issuer", issuer.value());
        json.add("periods", list);
        proposal.ifPresent(id -> json.addProperty("proposal", id.hex()));
        json.addProperty("sequence", sequence);
        json.addProperty("type", type.value());
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static AuthorityRecord parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static AuthorityRecord read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static AuthorityRecord read(Members members) {
        members.format(FORMAT);
        AuthorityRecord record = new AuthorityRecord(
                members.text("issuer", MspId::new),
                members.text("type", TypeCode::new),
                members.list("periods", AuthorityPeriod::read),
                members.optionalTime("distrustedSince"),
                members.integer("sequence"),
                members.optionalText("proposal", ProposalId::new));
        members.end();
        return record;
    }

    private static Refusal corrupt(String fault) {
        return new Refusal(ErrorCode.CORRUPT_RECORD, "An authority record contradicts itself: " + fault + ".");
    }
}
