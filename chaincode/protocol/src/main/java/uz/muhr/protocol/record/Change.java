package uz.muhr.protocol.record;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * One transaction that touched a record.
 *
 * @param time what the transaction claims, vouched for by its endorsers to within 120 s; whole seconds
 */
public record Change(Actor by, TransactionId transaction, Instant time) {
    public Change {
        time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * Time does not run backwards in what is changed.
     *
     * @throws Refusal CLOCK_SKEW
     */
    public void checkNotBefore(Change last) {
        if (time.isBefore(last.time)) {
            throw new Refusal(
                    ErrorCode.CLOCK_SKEW,
                    "The change is timed " + LedgerTime.write(time) + ", before the record's last change at "
                            + LedgerTime.write(last.time) + ".");
        }
    }

    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("by", by.json());
        json.addProperty("time", LedgerTime.write(time));
        json.addProperty("transaction", transaction.hex());
        return json;
    }

    public static Change read(Members members) {
        Change change = new Change(
                Actor.read(members.object("by")),
                members.text("transaction", TransactionId::new),
                members.time("time"));
        members.end();
        return change;
    }
}
