package uz.muhr.protocol.record;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/** From when to when a document is good; both ends belong to it, and either may be open. */
public record Validity(Optional<Instant> from, Optional<Instant> until) {
    /** Where a moment lies. */
    public enum Phase {
        BEFORE,
        WITHIN,
        AFTER
    }

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT when the end lies before the beginning
     */
    public Validity {
        from = from.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        until = until.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        if (from.isPresent() && until.isPresent() && until.get().isBefore(from.get())) {
            throw Refusal.malformed("A document's validity has to begin before it ends; it begins "
                    + LedgerTime.write(from.get()) + " and ends " + LedgerTime.write(until.get()) + ".");
        }
    }

    public static Validity unlimited() {
        return new Validity(Optional.empty(), Optional.empty());
    }

    /** Writes it as the members {@code validFrom} and {@code validUntil}, as far as it has them. */
    public void write(JsonObject json) {
        from.ifPresent(time -> json.addProperty("validFrom", LedgerTime.write(time)));
        until.ifPresent(time -> json.addProperty("validUntil", LedgerTime.write(time)));
    }

    /** Reads what was written. */
    public static Validity read(Members members) {
        return new Validity(members.optionalTime("validFrom"), members.optionalTime("validUntil"));
    }

    public Phase at(Instant time) {
        if (from.isPresent() && time.isBefore(from.get())) {
            return Phase.BEFORE;
        }
        return until.isPresent() && time.truncatedTo(ChronoUnit.SECONDS).isAfter(until.get())
                ? Phase.AFTER
                : Phase.WITHIN;
    }
}
