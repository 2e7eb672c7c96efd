package uz.muhr.protocol.customs;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.time.Instant;
import java.util.Optional;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** One time that customs held a document, until the same organisation released it. */
public record Hold(Change held, Optional<Change> released) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when another organisation released it, or before it was held
     */
    public Hold {
        if (released.filter(change -> !change.by().msp().equals(held.by().msp())
                        || change.time().isBefore(held.time()))
                .isPresent()) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "A hold was not released by who held, after that.");
        }
    }

    boolean at(Instant time) {
        return !time.isBefore(held.time())
                && released.map(change -> time.isBefore(change.time())).orElse(true);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("held", held.json());
        released.ifPresent(change -> json.add("released", change.json()));
        return json;
    }

    static Hold read(JsonElement json) {
        Members members = Members.of("A hold", json);
        Hold read = new Hold(
                Change.read(members.object("held")),
                members.optional("released", change -> Change.read(Members.of("A release", change))));
        members.end();
        return read;
    }
}
