package uz.muhr.protocol.record;

import static uz.muhr.protocol.record.DocumentStatus.REVOKED;
import static uz.muhr.protocol.record.DocumentStatus.SUPERSEDED;
import static uz.muhr.protocol.record.DocumentStatus.SUSPENDED;
import static uz.muhr.protocol.record.DocumentStatus.VALID;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What can be done with an anchored document, and by whom. With {@link #TRANSITIONS} this is the one table of the life of a
 * document; {@code chaincode/README.md} shows it as a diagram.
 */
public enum Operation {
    SUSPEND(Party.ISSUER),
    REINSTATE(Party.ISSUER),
    REVOKE(Party.ISSUER),
    /** Another number takes its place. */
    REPLACE(Party.ISSUER),
    /** It holds another content: UNTDID 1225 code 18. */
    REISSUE(Party.ISSUER),
    /** The policy of its key follows the member organisations. */
    RENEW(Party.ISSUER),
    DRAW(Party.CUSTOMS),
    /** Takes a draw back. */
    REVERSE(Party.DOER),
    HOLD(Party.CUSTOMS),
    RELEASE(Party.DOER);

    /** From which status each leads to which; where a status is not named, it does not allow the operation. */
    private static final Map<Operation, Map<DocumentStatus, DocumentStatus>> TRANSITIONS = Map.ofEntries(
            Map.entry(SUSPEND, Map.of(VALID, SUSPENDED)),
            Map.entry(REINSTATE, Map.of(SUSPENDED, VALID)),
            Map.entry(REVOKE, Map.of(VALID, REVOKED, SUSPENDED, REVOKED)),
            Map.entry(REPLACE, Map.of(VALID, SUPERSEDED, SUSPENDED, SUPERSEDED)),
            Map.entry(REISSUE, Map.of(VALID, VALID, SUSPENDED, SUSPENDED)),
            Map.entry(RENEW, unchanged(VALID, SUSPENDED, REVOKED, SUPERSEDED)),
            Map.entry(DRAW, unchanged(VALID)),
            // Not once it is replaced: the successor inherited what was left then, so the amount would be lost.
            Map.entry(REVERSE, unchanged(VALID, SUSPENDED, REVOKED)),
            // A held document is not replaced, so a superseded one is never held.
            Map.entry(HOLD, unchanged(VALID, SUSPENDED)),
            Map.entry(RELEASE, unchanged(VALID, SUSPENDED, REVOKED)));

    /** Whose operation it is. */
    public enum Party {
        /** The organisation that issued the document. */
        ISSUER(Role.ISSUER),
        /** An organisation that is customs: {@code uz.muhr.protocol.customs.Customs}. */
        CUSTOMS(Role.OFFICER),
        /** The organisation that drew or held, which takes it back. */
        DOER(Role.OFFICER);

        private final Role role;

        Party(Role role) {
            this.role = role;
        }
    }

    private final Party party;

    Operation(Party party) {
        this.party = party;
    }

    public Party party() {
        return party;
    }

    public Role role() {
        return party.role;
    }

    /** The status it leads to; empty when the status does not allow it. */
    public Optional<DocumentStatus> from(DocumentStatus status) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(status));
    }

    /**
     * The status it leads to.
     *
     * @throws Refusal ILLEGAL_TRANSITION when the status does not allow it
     */
    public DocumentStatus next(DocumentStatus status) {
        return from(status)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.ILLEGAL_TRANSITION,
                        "The document is " + status + (status.isFinal() ? ", which is final" : "")
                                + "; that does not allow to " + name().toLowerCase(Locale.ROOT) + " it."));
    }

    /** Whether any operation turns a document of one status into one of another, by the status alone. */
    static boolean turns(DocumentStatus status, DocumentStatus next) {
        return status != next
                && Stream.of(values())
                        .anyMatch(operation -> operation.from(status).equals(Optional.of(next)));
    }

    private static Map<DocumentStatus, DocumentStatus> unchanged(DocumentStatus... statuses) {
        return Stream.of(statuses).collect(Collectors.toUnmodifiableMap(status -> status, status -> status));
    }
}
