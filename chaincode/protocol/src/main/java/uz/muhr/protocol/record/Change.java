package uz.muhr.protocol.record;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;

/**
 * One transaction that touched a record.
 *
 * @param time what the transaction claims, vouched for by its endorsers to within 120 s; whole seconds
 */
public record Change(Actor by, TransactionId transaction, Instant time) {
    public Change {
        time = time.truncatedTo(ChronoUnit.SECONDS);
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("by", by.json());
        json.addProperty("time", LedgerTime.write(time));
        json.addProperty("transaction", transaction.hex());
        return json;
    }

    static Change read(Members members) {
        Change change = new Change(
                Actor.read(members.object("by")),
                members.text("transaction", TransactionId::new),
                members.time("time"));
        members.end();
        return change;
    }
}
