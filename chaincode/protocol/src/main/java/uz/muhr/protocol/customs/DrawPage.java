package uz.muhr.protocol.customs;

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
 * The answer of {@code customs:draws}: draws from one document, newest first, each naming the next.
 *
 * @param total absent when nothing was ever drawn
 * @param newestFirst at most {@link #MOST}
 */
public record DrawPage(DocumentId document, Optional<WriteOffs> total, List<Draw> newestFirst) {
    /** How many draws a page holds. */
    public static final int MOST = 50;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when the draws do not follow one another
     */
    public DrawPage {
        newestFirst = List.copyOf(newestFirst);
        boolean linked = newestFirst.size() <= MOST && total.isPresent() == !newestFirst.isEmpty();
        for (int i = 0; i + 1 < newestFirst.size(); i++) {
            linked &= newestFirst
                    .get(i)
                    .previous()
                    .equals(Optional.of(newestFirst.get(i + 1).id()));
        }
        if (!linked) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "The draws from a document do not follow one another.");
        }
    }

    /** The draw with which the next page begins; absent on the last. */
    public Optional<DrawId> next() {
        return newestFirst.isEmpty()
                ? Optional.empty()
                : newestFirst.get(newestFirst.size() - 1).previous();
    }

    public String write() {
        JsonArray list = new JsonArray();
        newestFirst.forEach(draw -> list.add(draw.json()));
        JsonObject json = new JsonObject();
        json.addProperty("document", document.hex());
        json.add("draws", list);
        total.ifPresent(found -> json.add("total", found.json()));
        return CanonicalJson.write(json);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static DrawPage parse(String text) {
        Members members = StrictJson.canonicalObject("The draws from a document", text);
        DrawPage page = new DrawPage(
                members.text("document", DocumentId::new),
                members.optional("total", WriteOffs::read),
                members.list("draws", Draw::read));
        members.end();
        return page;
    }
}
