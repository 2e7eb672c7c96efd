package uz.muhr.protocol.anchoring;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import uz.muhr.protocol.anchoring.AnchorOutcome.Anchored;
import uz.muhr.protocol.anchoring.AnchorOutcome.Refused;
import uz.muhr.protocol.authority.AuthorityRecord;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.LedgerTime;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The rule of anchoring: a new document of an issuer with authority in force.
 *
 * @param outcomes one for each item, in the list's order
 * @param records what to write, by document
 */
public record Anchoring(List<AnchorOutcome> outcomes, SortedMap<DocumentId, DocumentRecord> records) {

    /**
     * Decides a list.
     *
     * @param change who asks, when, in which transaction
     * @param authorities what the ledger holds for the issuer, by type
     * @param existing which of the list's documents the ledger already holds
     */
    public static Anchoring decide(
            AnchorList list, Change change, Map<TypeCode, AuthorityRecord> authorities, Set<DocumentId> existing) {
        List<AnchorOutcome> outcomes = new ArrayList<>();
        SortedMap<DocumentId, DocumentRecord> records = new TreeMap<>();
        Set<DocumentId> seen = new HashSet<>();
        for (AnchorItem item : list.items()) {
            DocumentId id = item.documentId(change.by().msp());
            Optional<AuthorityRecord> authority =
                    Optional.ofNullable(authorities.get(item.type())).filter(found -> found.inForce(change.time()));
            if (!seen.add(id)) {
                outcomes.add(new Refused(id, repeated(item)));
            } else if (authority.isEmpty()) {
                outcomes.add(new Refused(id, noAuthority(change, item.type())));
            } else if (existing.contains(id)) {
                outcomes.add(new Refused(id, exists(change.by().msp(), item.type())));
            } else {
                outcomes.add(new Anchored(id));
                records.put(
                        id,
                        DocumentRecord.anchor(
                                item.type(),
                                item.commitment(),
                                item.validity(),
                                item.quantity(),
                                Optional.empty(),
                                authority.get().sequence(),
                                change));
            }
        }
        return new Anchoring(List.copyOf(outcomes), records);
    }

    private static Refusal repeated(AnchorItem item) {
        return new Refusal(
                ErrorCode.REPEATED_IN_LIST,
                "This " + item.type().title() + " stands earlier in the same list under the same number.");
    }

    /**
     * The authority under which a content may be anchored.
     *
     * @throws Refusal NOT_AUTHORISED
     */
    public static AuthorityRecord inForce(Optional<AuthorityRecord> authority, TypeCode type, Change change) {
        return authority.filter(found -> found.inForce(change.time())).orElseThrow(() -> noAuthority(change, type));
    }

    private static Refusal noAuthority(Change change, TypeCode type) {
        return new Refusal(
                ErrorCode.NOT_AUTHORISED,
                change.by().msp() + " has no authority in force at " + LedgerTime.write(change.time())
                        + " to issue documents of type " + type + " (" + type.title() + ").");
    }

    static Refusal exists(MspId issuer, TypeCode type) {
        return new Refusal(
                ErrorCode.DOCUMENT_EXISTS, issuer + " has already anchored a " + type.title() + " under this number.");
    }
}
