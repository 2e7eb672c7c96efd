package uz.muhr.client.web.api;

import java.util.List;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** The documents that one proof is to be about. */
final class ProofWish {
    private static final int MOST = 100;

    private ProofWish() {}

    /** @throws Refusal MALFORMED_ARGUMENT when it names none, one twice, or too many */
    static List<DocumentId> parse(String text) {
        Members members = StrictJson.object("The wish", text);
        List<DocumentId> documents =
                members.list("documents", item -> Members.text("A document", item, DocumentId::new));
        members.end();
        if (documents.isEmpty() || documents.size() > MOST) {
            throw Refusal.malformed(
                    "One proof is about 1 to " + MOST + " documents; " + documents.size() + " are named.");
        }
        if (documents.stream().distinct().count() < documents.size()) {
            throw Refusal.malformed("A document is named twice; name each once.");
        }
        return documents;
    }
}
