package uz.muhr.protocol.seal;

import static uz.muhr.protocol.seal.SealParty.CREATOR;
import static uz.muhr.protocol.seal.SealParty.CUSTOMS;
import static uz.muhr.protocol.seal.SealParty.HOLDER;
import static uz.muhr.protocol.seal.SealParty.QUARANTINE;
import static uz.muhr.protocol.seal.SealParty.RECEIVER;
import static uz.muhr.protocol.seal.SealState.BROKEN;
import static uz.muhr.protocol.seal.SealState.OFFERED;
import static uz.muhr.protocol.seal.SealState.REMOVED;
import static uz.muhr.protocol.seal.SealState.REPLACED;
import static uz.muhr.protocol.seal.SealState.SEALED;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What can happen to a container seal, and by whom. {@link #PARTIES} and {@link #TRANSITIONS} are the one table of its life; {@code
 * chaincode/README.md} shows it.
 */
public enum SealOperation {
    /** Put on a container: there is no state before. */
    AFFIX,
    /** Offered to another organisation. */
    HAND_OVER,
    /** Taken into the receiver's custody. */
    ACCEPT,
    /** Not taken by the receiver. */
    DECLINE,
    /** Not offered any more by its holder. */
    WITHDRAW,
    /** Looked at. */
    INSPECT,
    BREAK,
    /** Another seal is put on the same container in its place. */
    REPLACE,
    /** Taken off at the destination. */
    REMOVE,
    /** Found damaged, missing, broken or faulty. */
    REPORT,
    /** Read by a machine. */
    READ;

    /** As whom each may be done, in the order in which one is chosen who is several. */
    private static final Map<SealOperation, List<SealParty>> PARTIES = Map.ofEntries(
            Map.entry(AFFIX, List.of(CUSTOMS, QUARANTINE, CREATOR)),
            Map.entry(HAND_OVER, List.of(HOLDER)),
            Map.entry(ACCEPT, List.of(RECEIVER)),
            Map.entry(DECLINE, List.of(RECEIVER)),
            Map.entry(WITHDRAW, List.of(HOLDER)),
            Map.entry(INSPECT, List.of(CUSTOMS, QUARANTINE, RECEIVER, HOLDER)),
            Map.entry(BREAK, List.of(CUSTOMS, QUARANTINE)),
            Map.entry(REPLACE, List.of(CUSTOMS, QUARANTINE, HOLDER)),
            Map.entry(REMOVE, List.of(HOLDER)),
            Map.entry(REPORT, List.of(CUSTOMS, QUARANTINE, RECEIVER, HOLDER)),
            Map.entry(READ, List.of(CUSTOMS, QUARANTINE, HOLDER)));

    /** From which state each leads to which; where a state is not named, it does not allow the operation. */
    private static final Map<SealOperation, Map<SealState, SealState>> TRANSITIONS = Map.ofEntries(
            Map.entry(HAND_OVER, Map.of(SEALED, OFFERED)),
            Map.entry(ACCEPT, Map.of(OFFERED, SEALED)),
            Map.entry(DECLINE, Map.of(OFFERED, SEALED)),
            Map.entry(WITHDRAW, Map.of(OFFERED, SEALED)),
            Map.entry(INSPECT, unchanged(SEALED, OFFERED, BROKEN)),
            // An offer ends with it: what was offered was whole.
            Map.entry(BREAK, Map.of(SEALED, BROKEN, OFFERED, BROKEN)),
            Map.entry(REPLACE, Map.of(SEALED, REPLACED, BROKEN, REPLACED)),
            Map.entry(REMOVE, Map.of(SEALED, REMOVED, BROKEN, REMOVED)),
            Map.entry(REPORT, unchanged(SEALED, OFFERED, BROKEN)),
            Map.entry(READ, unchanged(SEALED, OFFERED, BROKEN)));

    /** As whom somebody who is all of these may do it; empty when as none. */
    public Optional<SealParty> by(Set<SealParty> who) {
        return parties().stream().filter(who::contains).findFirst();
    }

    /**
     * As whom somebody does it.
     *
     * @throws Refusal NOT_CUSTODIAN, or NOT_AUTHORISED where custody does not matter
     */
    public SealParty actor(Set<SealParty> who) {
        return by(who).orElseThrow(() -> new Refusal(
                parties().contains(HOLDER) || parties().contains(RECEIVER)
                        ? ErrorCode.NOT_CUSTODIAN
                        : ErrorCode.NOT_AUTHORISED,
                "To " + text() + " a container seal takes its "
                        + parties().stream()
                                .map(party -> party.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(" or "))
                        + "; the caller is none."));
    }

    /** The state it leads to; empty when the state does not allow it. */
    public Optional<SealState> from(SealState state) {
        return Optional.ofNullable(TRANSITIONS.getOrDefault(this, Map.of()).get(state));
    }

    /**
     * The state it leads to.
     *
     * @throws Refusal ILLEGAL_TRANSITION when the state does not allow it
     */
    public SealState next(SealState state) {
        return from(state)
                .orElseThrow(() -> new Refusal(
                        ErrorCode.ILLEGAL_TRANSITION,
                        "The container seal is " + state + "; that does not allow to " + text() + " it."));
    }

    private List<SealParty> parties() {
        return PARTIES.getOrDefault(this, List.of());
    }

    private String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Map<SealState, SealState> unchanged(SealState... states) {
        return Stream.of(states).collect(Collectors.toUnmodifiableMap(state -> state, state -> state));
    }
}
