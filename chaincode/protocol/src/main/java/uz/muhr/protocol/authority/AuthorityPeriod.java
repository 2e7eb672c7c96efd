package uz.muhr.protocol.authority;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/** One stretch of time in which an issuer had authority. {@code from} belongs to it, {@code until} no longer does. */
public record AuthorityPeriod(Instant from, Optional<Instant> until) {
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

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.addProperty("from", LedgerTime.write(from));
        until.ifPresent(time -> json.addProperty("until", LedgerTime.write(time)));
        return json;
    }

    static AuthorityPeriod read(JsonElement json) {
        Members members = Members.of("A period of authority", json);
        AuthorityPeriod period = new AuthorityPeriod(members.time("from"), members.optionalTime("until"));
        members.end();
        return period;
    }
}
