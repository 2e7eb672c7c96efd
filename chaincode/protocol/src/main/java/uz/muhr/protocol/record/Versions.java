package uz.muhr.protocol.record;

import com.google.gson.JsonArray;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * All versions of one record, newest first, each naming the hash of the one before it.
 *
 * @param newestFirst never empty; complete down to sequence 1
 */
public record Versions(List<DocumentRecord> newestFirst) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD when a version is missing, out of order, not the one that was named, of another document
     *     or not what an operation makes of the one before
     */
    public Versions {
        newestFirst = List.copyOf(newestFirst);
        if (newestFirst.isEmpty() || newestFirst.get(newestFirst.size() - 1).sequence() != 1) {
            throw corrupt("its first version is missing");
        }
        for (int i = 0; i + 1 < newestFirst.size(); i++) {
            checkLink(newestFirst.get(i), newestFirst.get(i + 1));
        }
    }

    public DocumentRecord current() {
        return newestFirst.get(0);
    }

    /** The version in force at a time; empty when the document was anchored later. */
    public Optional<DocumentRecord> at(Instant time) {
        return newestFirst.stream()
                .filter(version -> !version.changed().time().isAfter(time))
                .findFirst();
    }

    /** The change that brought the content of a version: its anchoring, or the reissue since which it stands. */
    public Change origin(DocumentRecord version) {
        DocumentRecord earliest = version;
        for (DocumentRecord earlier : newestFirst) {
            if (earlier.sequence() < version.sequence()) {
                if (!earlier.commitment().equals(version.commitment())) {
                    break;
                }
                earliest = earlier;
            }
        }
        return earliest.changed();
    }

    /** The certificates that brought any of the contents. */
    public SortedSet<CertificateHash> creators() {
        SortedSet<CertificateHash> creators = new TreeSet<>();
        newestFirst.forEach(version -> creators.add(origin(version).by().certificate()));
        return creators;
    }

    /** Whether any version holds this content. */
    public boolean everHeld(Commitment content) {
        return newestFirst.stream().anyMatch(version -> version.commitment().equals(content));
    }

    /** The versions' records, newest first. */
    public JsonArray json() {
        JsonArray list = new JsonArray();
        newestFirst.forEach(version -> list.add(RecordText.json(version)));
        return list;
    }

    /**
     * Whether one version follows another.
     *
     * @throws Refusal CORRUPT_RECORD when it does not
     */
    static void checkLink(DocumentRecord later, DocumentRecord earlier) {
        if (later.sequence() != earlier.sequence() + 1) {
            throw corrupt("version " + (later.sequence() - 1) + " is missing");
        }
        if (!later.predecessor().equals(Optional.of(RecordText.hash(earlier)))) {
            throw corrupt("version " + later.sequence() + " names another predecessor");
        }
        if (!later.type().equals(earlier.type())
                || !later.issuer().equals(earlier.issuer())
                || !later.anchored().equals(earlier.anchored())
                || !later.quantity().equals(earlier.quantity())
                || !later.replaces().equals(earlier.replaces())) {
            throw corrupt("version " + later.sequence() + " is of another document");
        }
        if (!isReissued(later, earlier) && !isTurned(later, earlier)) {
            throw corrupt("version " + later.sequence() + " is nothing that an operation makes of the one before");
        }
        if (later.changed().time().isBefore(earlier.changed().time())) {
            throw corrupt("version " + later.sequence() + " is timed before its predecessor");
        }
    }

    private static boolean isReissued(DocumentRecord later, DocumentRecord earlier) {
        return Operation.REISSUE.from(earlier.status()).equals(Optional.of(later.status()))
                && !later.commitment().equals(earlier.commitment());
    }

    private static boolean isTurned(DocumentRecord later, DocumentRecord earlier) {
        return Operation.turns(earlier.status(), later.status())
                && later.commitment().equals(earlier.commitment())
                && later.validity().equals(earlier.validity())
                && later.authority() == earlier.authority();
    }

    private static Refusal corrupt(String fault) {
        return new Refusal(ErrorCode.CORRUPT_RECORD, "A document's versions do not form a chain: " + fault + ".");
    }
}
