package uz.muhr.protocol.verdict;

import com.google.gson.JsonObject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What is asked of the ledger.
 *
 * @param content what a file gave; absent when only a number is asked
 * @param document the record the file is held against; absent when any record of the content will do
 * @param at the time for which it is asked; absent for the current record
 */
public record Question(Optional<Commitment> content, Optional<DocumentId> document, Optional<Instant> at) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT when neither content nor document is given
     */
    public Question {
        at = at.map(time -> time.truncatedTo(ChronoUnit.SECONDS));
        if (content.isEmpty() && document.isEmpty()) {
            throw Refusal.malformed("A question has to name a content, a document, or both; it names neither.");
        }
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    JsonObject json() {
        JsonObject json = new JsonObject();
        at.ifPresent(time -> json.addProperty("at", LedgerTime.write(time)));
        content.ifPresent(commitment -> {
            json.addProperty("commitment", commitment.hex());
            json.addProperty("kind", commitment.kind().text());
        });
        document.ifPresent(id -> json.addProperty("document", id.hex()));
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Question parse(String text) {
        return read(StrictJson.canonicalObject("The question", text));
    }

    static Question read(Members members) {
        Optional<CommitmentKind> kind = members.optionalText("kind", CommitmentKind::parse);
        Question question = new Question(
                kind.map(known -> new Commitment(known, members.text("commitment"))),
                members.optionalText("document", DocumentId::new),
                members.optionalTime("at"));
        members.end();
        return question;
    }
}
