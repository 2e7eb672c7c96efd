package uz.muhr.protocol.authority;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/**
 * One stretch of time in which an issuer had authority. {@code from} belongs to it, {@code until} no longer does.
 *
 * @param accreditation absent only for what a network was established with
 */
public record AuthorityPeriod(Instant from, Optional<Instant> until, Optional<Accreditation> accreditation) {
    public AuthorityPeriod {
        from = from.truncatedTo(ChronoUnit.SECONDS);
        until = until.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        if (until.isPresent() && !from.isBefore(until.get())) {
            throw Refusal.malformed("A period of authority has to begin before it ends.");
        }
    }

    boolean includes(Instant time) {
        return !time.isBefore(from) && until.map(time::isBefore).orElse(true);
    }

    /** What is left of it before a moment. */
    Optional<AuthorityPeriod> before(Instant end) {
        if (!from.isBefore(end)) {
            return Optional.empty();
        }
        Instant earlier = until.filter(end::isAfter).orElse(end);
        return Optional.of(new AuthorityPeriod(from, Optional.of(earlier), accreditation));
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        accreditation.ifPresent(reference -> json.addProperty("accreditation", reference.text()));
        json.addProperty("from", LedgerTime.write(from));
        until.ifPresent(time -> json.addProperty("until", LedgerTime.write(time)));
        return json;
    }

    static AuthorityPeriod read(JsonElement json) {
        Members members = Members.of("A period of authority", json);
        AuthorityPeriod period = new AuthorityPeriod(
                members.time("from"),
                members.optionalTime("until"),
                members.optionalText("accreditation", Accreditation::new));
        members.end();
        return period;
    }
}
