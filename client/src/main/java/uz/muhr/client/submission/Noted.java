package uz.muhr.client.submission;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What the note of a command says: its wish on the first line, and on each further line a transaction that was sent for it and
 * of which nobody knows what became.
 */
record Noted(SealWish wish, List<Sending> sent) {
    private static final String WHAT = "A line of the note of a write that is under way";

    Noted {
        sent = List.copyOf(sent);
    }

    Noted with(Sending sending) {
        return new Noted(wish, Stream.concat(sent.stream(), Stream.of(sending)).toList());
    }

    Noted without(TransactionId transaction) {
        return new Noted(
                wish,
                sent.stream()
                        .filter(sending -> !sending.transaction().equals(transaction))
                        .toList());
    }

    String write() {
        StringBuilder text = new StringBuilder(WishText.write(wish));
        for (Sending sending : sent) {
            JsonObject json = new JsonObject();
            json.addProperty("answer", sending.answer());
            json.addProperty("at", sending.at().toString());
            json.addProperty("transaction", sending.transaction().hex());
            text.append('\n').append(CanonicalJson.write(json));
        }
        return text.toString();
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static Noted parse(String text) {
        String[] lines = text.split("\n", -1);
        if (!(WishText.parse(lines[0]) instanceof SealWish wish)) {
            throw Refusal.malformed("The note of a write that is under way is of another kind; move it away.");
        }
        List<Sending> sent = new ArrayList<>();
        for (int line = 1; line < lines.length; line++) {
            Members members = StrictJson.canonicalObject(WHAT, lines[line]);
            sent.add(new Sending(
                    members.text("transaction", TransactionId::new),
                    members.text("answer"),
                    members.text("at", Noted::time)));
            members.end();
        }
        return new Noted(wish, sent);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.malformed(WHAT + " has to say when a transaction was sent; it does not.");
        }
    }
}
