package uz.muhr.protocol.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongFunction;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Every version of one document, the chain of hashes checked from the newest to the first. */
public record History(DocumentId document, Versions versions) {
    /**
     * Reads page after page.
     *
     * @param page asks for the page that begins with a version; 0 asks for the newest
     * @throws Refusal CORRUPT_RECORD when pages are of another document or do not join
     */
    public static History read(DocumentId document, LongFunction<HistoryPage> page) {
        List<DocumentRecord> all = new ArrayList<>();
        Optional<Long> next = Optional.of(0L);
        while (next.isPresent()) {
            HistoryPage read = page.apply(next.get());
            Optional<Long> after = read.next();
            if (!read.document().equals(document) || (next.get() != 0 && after.orElse(0L) >= next.get())) {
                throw new Refusal(ErrorCode.CORRUPT_RECORD, "A page of a history is not the one that was asked for.");
            }
            all.addAll(read.newestFirst());
            next = after;
        }
        return new History(document, new Versions(all));
    }
}
