package uz.muhr.protocol.consignment;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * All that a consignment holds, as its events say and as the ledger stores it: canonical JSON of format 1.
 *
 * @param containers in the order in which they came in, as documents and seals are
 * @param sequence how many events there are
 * @param head the hash of the last
 */
public record ConsignmentRecord(
        ConsignmentId id,
        Optional<UcrCommitment> ucr,
        List<ContainerCommitment> containers,
        List<ConsignedDocument> documents,
        List<SealReference> seals,
        long sequence,
        EventHash head,
        Change opened,
        Change changed) {
    /** How many containers, and how many documents, a consignment holds. */
    public static final int MOST = 100;

    /** How many container seals, those that were replaced too. */
    public static final int MOST_SEALS = 300;

    private static final int FORMAT = 1;
    private static final String WHAT = "The record of a consignment";

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD
     */
    public ConsignmentRecord {
        containers = List.copyOf(containers);
        documents = List.copyOf(documents);
        seals = List.copyOf(seals);
        if (sequence < 1
                || isTooLong(containers, MOST)
                || isTooLong(documents, MOST)
                || isTooLong(seals, MOST_SEALS)
                || changed.time().isBefore(opened.time())) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, WHAT + " contradicts itself.");
        }
    }

    /** Who opened it. */
    public MspId creator() {
        return opened.by().msp();
    }

    /**
     * What its first event makes.
     *
     * @throws Refusal ILLEGAL_TRANSITION when it would hold too much
     */
    public static ConsignmentRecord first(ConsignmentEvent event) {
        checkRoom(event.linked().containers().size(), event.linked().documents().size());
        if (event.sequence() != 1) {
            throw ConsignmentHistory.broken();
        }
        return new ConsignmentRecord(
                event.consignment(),
                event.ucr(),
                event.linked().containers(),
                event.linked().documents(),
                List.of(),
                1,
                event.hash(),
                event.change(),
                event.change());
    }

    /**
     * What one event more makes of it.
     *
     * @throws Refusal ILLEGAL_TRANSITION when it would hold too much, or something twice; CORRUPT_RECORD when the event does
     *     not follow its last
     */
    public ConsignmentRecord next(ConsignmentEvent event) {
        if (!event.consignment().equals(id)
                || event.sequence() != sequence + 1
                || !event.previous().equals(Optional.of(head))) {
            throw ConsignmentHistory.broken();
        }
        event.change().checkNotBefore(changed);
        List<ContainerCommitment> allContainers =
                joined(containers, event.linked().containers());
        List<ConsignedDocument> allDocuments = joined(documents, event.linked().documents());
        checkRoom(allContainers.size(), allDocuments.size());
        if (event.seal().isPresent() && seals.size() == MOST_SEALS) {
            throw new Refusal(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "A consignment holds at most " + MOST_SEALS + " container seals; open another one.");
        }
        return new ConsignmentRecord(
                id,
                ucr,
                allContainers,
                allDocuments,
                joined(seals, event.seal().stream().toList()),
                event.sequence(),
                event.hash(),
                opened,
                event.change());
    }

    private static void checkRoom(int containers, int documents) {
        if (Math.max(containers, documents) > MOST) {
            throw new Refusal(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "A consignment holds at most " + MOST + " containers and " + MOST
                            + " documents; open another one.");
        }
    }

    private static <T> List<T> joined(List<T> before, List<T> more) {
        List<T> all = new ArrayList<>(before);
        for (T one : more) {
            if (all.contains(one)) {
                throw new Refusal(ErrorCode.ILLEGAL_TRANSITION, "The consignment holds " + one + " already.");
            }
            all.add(one);
        }
        return all;
    }

    private static <T> boolean isTooLong(List<T> values, int most) {
        return values.size() > most || new HashSet<>(values).size() < values.size();
    }

    public String write() {
        return CanonicalJson.write(json());
    }

    public JsonObject json() {
        JsonObject json = new JsonObject();
        json.add("changed", changed.json());
        json.add("containers", Linked.texts(containers, ContainerCommitment::hex));
        json.add("documents", Linked.texts(documents, ConsignedDocument::hex));
        json.addProperty("format", FORMAT);
        json.addProperty("head", head.hex());
        json.addProperty("id", id.hex());
        json.add("opened", opened.json());
        json.add("seals", Linked.texts(seals, SealReference::hex));
        json.addProperty("sequence", sequence);
        ucr.ifPresent(reference -> json.addProperty("ucr", reference.hex()));
        return json;
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static ConsignmentRecord parse(String text) {
        return read(StrictJson.canonicalObject(WHAT, text));
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static ConsignmentRecord read(JsonElement json) {
        return read(Members.of(WHAT, json));
    }

    private static ConsignmentRecord read(Members members) {
        members.format(FORMAT);
        ConsignmentRecord record = new ConsignmentRecord(
                members.text("id", ConsignmentId::new),
                members.optionalText("ucr", UcrCommitment::new),
                Linked.containers(members),
                Linked.documents(members),
                members.list("seals", item -> Members.text("A container seal", item, SealReference::new)),
                members.integer("sequence"),
                members.text("head", EventHash::new),
                Change.read(members.object("opened")),
                Change.read(members.object("changed")));
        members.end();
        return record;
    }
}
