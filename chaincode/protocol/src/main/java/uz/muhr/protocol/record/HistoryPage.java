package uz.muhr.protocol.record;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The answer of {@code document:history}: versions of one document, newest first, without a gap. Pages joined down to
 * version 1 are a {@link History}.
 *
 * @param newestFirst 1 to {@link #MOST}
 */
public record HistoryPage(DocumentId document, List<DocumentRecord> newestFirst) {
    /** How many versions a page holds. */
    public static final int MOST = 50;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when the versions do not follow one another
     */
    public HistoryPage {
        newestFirst = List.copyOf(newestFirst);
        if (newestFirst.isEmpty() || newestFirst.size() > MOST) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "A page of a history holds 1 to " + MOST + " versions.");
        }
        for (int i = 0; i + 1 < newestFirst.size(); i++) {
            Versions.checkLink(newestFirst.get(i), newestFirst.get(i + 1));
        }
    }

    /**
     * The page of a document's versions that begins with one of them.
     *
     * @param versions newest first; those above the page only vouch for the one below them
     * @throws Refusal CORRUPT_RECORD when the versions do not follow one another
     */
    public static HistoryPage below(DocumentId document, List<DocumentRecord> versions, long first) {
        for (int i = 0; i + 1 < versions.size(); i++) {
            Versions.checkLink(versions.get(i), versions.get(i + 1));
        }
        return new HistoryPage(
                document,
                versions.stream().filter(version -> version.sequence() <= first).toList());
    }

    /** The version with which the next page begins; absent on the last. */
    public Optional<Long> next() {
        long below = newestFirst.get(newestFirst.size() - 1).sequence() - 1;
        return below == 0 ? Optional.empty() : Optional.of(below);
    }

    public String write() {
        JsonArray list = new JsonArray();
        newestFirst.forEach(version -> list.add(RecordText.json(version)));
        JsonObject json = new JsonObject();
        json.addProperty("document", document.hex());
        next().ifPresent(version -> json.addProperty("next", version));
        json.add("versions", list);
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written and checks the chain again.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static HistoryPage parse(String text) {
        Members members = StrictJson.canonicalObject("The history", text);
        HistoryPage page =
                new HistoryPage(members.text("document", DocumentId::new), members.list("versions", RecordText::read));
        Optional<Long> next = members.optionalInteger("next");
        members.end();
        if (!next.equals(page.next())) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "A page of a history names another next version than it has.");
        }
        return page;
    }
}
