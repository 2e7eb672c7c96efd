package uz.muhr.protocol.seal;

import com.google.gson.JsonElement;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import uz.muhr.protocol.consignment.EventHash;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.record.SequenceNumber;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/**
 * What a container seal's events make of it: where it is, in whose custody, and how far its chain has come.
 *
 * @param affixed how it was put on its container
 * @param replacedBy the seal in its place; present exactly when it is REPLACED
 * @param offeredTo whom it is handed over to; present exactly when it is OFFERED
 * @param latestClaim the latest claimed time that was believable
 * @param sequence how many events there are
 * @param head the hash of the last
 */
public record SealRecord(
        SealName name,
        SealAct.Affix affixed,
        SealState state,
        MspId holder,
        Optional<MspId> offeredTo,
        Optional<SealReference> replacedBy,
        Optional<Instant> latestClaim,
        long sequence,
        EventHash head,
        Change began,
        Change changed) {
    /** How far a claim may lie after the vouched time: as far as clocks may differ. */
    public static final Duration MOST_SKEW = Duration.ofMinutes(2);

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal CORRUPT_RECORD
     */
    public SealRecord {
        if (sequence < 1
                || offeredTo.isPresent() != (state == SealState.OFFERED)
                || replacedBy.isPresent() != (state == SealState.REPLACED)
                || changed.time().isBefore(began.time())) {
            throw new Refusal(ErrorCode.CORRUPT_RECORD, "The record of a container seal contradicts itself.");
        }
    }

    public boolean isElectronic() {
        return affixed.description().kind() == SealKind.ELECTRONIC;
    }

    /** The first event of a seal. */
    public static SealEvent first(
            SealName name, SealAct.Affix affix, SealParty party, Circumstances circumstances, Change change) {
        return new SealEvent(
                name,
                1,
                Optional.empty(),
                affix,
                party,
                circumstances,
                isAhead(circumstances.claimed(), change),
                change);
    }

    /**
     * The next event, where its author saw the seal as it is.
     *
     * @throws Refusal NOT_CUSTODIAN, NOT_AUTHORISED, STALE_SEQUENCE, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public SealEvent event(SealAct act, Set<SealParty> who, long expected, Circumstances circumstances, Change change) {
        SealParty party = act.operation().actor(who);
        SequenceNumber.check(expected, sequence);
        return event(act, party, circumstances, change);
    }

    /**
     * The next event, whatever came before it.
     *
     * @throws Refusal NOT_CUSTODIAN, NOT_AUTHORISED, ILLEGAL_TRANSITION or CLOCK_SKEW
     */
    public SealEvent event(SealAct.Once act, Set<SealParty> who, Circumstances circumstances, Change change) {
        return event(act, act.operation().actor(who), circumstances, change);
    }

    private SealEvent event(SealAct act, SealParty party, Circumstances circumstances, Change change) {
        act.operation().next(state);
        if (act instanceof SealAct.Read && !isElectronic()) {
            throw new Refusal(ErrorCode.ILLEGAL_TRANSITION, "The container seal is mechanical; no machine reads it.");
        }
        if (act instanceof SealAct.HandOver handOver && handOver.to().equals(holder)) {
            throw new Refusal(
                    ErrorCode.ILLEGAL_TRANSITION, "The container seal is in the custody of " + holder + " already.");
        }
        change.checkNotBefore(changed);
        return new SealEvent(
                name,
                sequence + 1,
                Optional.of(head),
                act,
                party,
                circumstances,
                isAhead(circumstances.claimed(), change)
                        || circumstances
                                .claimed()
                                .flatMap(claim -> latestClaim.map(claim::isBefore))
                                .orElse(false),
                change);
    }

    /**
     * What a seal's first event makes.
     *
     * @throws Refusal CORRUPT_RECORD when it is none
     */
    public static SealRecord of(SealEvent event) {
        if (!(event.act() instanceof SealAct.Affix affix)) {
            throw SealHistory.broken("its first event does not affix it");
        }
        SealOperation affixing = affix.replaces().isPresent() ? SealOperation.REPLACE : SealOperation.AFFIX;
        if (affixing.by(Set.of(event.party())).isEmpty()) {
            throw SealHistory.broken("nobody affixes a seal as " + event.party());
        }
        return new SealRecord(
                event.name(),
                affix,
                SealState.SEALED,
                affix.holder(),
                Optional.empty(),
                Optional.empty(),
                believable(event),
                1,
                event.hash(),
                event.change(),
                event.change());
    }

    /**
     * What one event more makes of it.
     *
     * @throws Refusal CORRUPT_RECORD when the event does not follow the last
     */
    public SealRecord next(SealEvent event) {
        SealHistory.checkFollows(this, event);
        Optional<MspId> offered = event.act() instanceof SealAct.HandOver handOver
                ? Optional.of(handOver.to())
                : event.act() instanceof SealAct.Once || event.act() instanceof SealAct.Inspect
                        ? offeredTo
                        : Optional.empty();
        Optional<Instant> claim = believable(event);
        return new SealRecord(
                name,
                affixed,
                event.act().operation().next(state),
                event.act() instanceof SealAct.Accept ? offeredTo.orElse(holder) : holder,
                offered,
                event.act() instanceof SealAct.Replace replace ? Optional.of(replace.by()) : replacedBy,
                claim.isPresent() ? claim : latestClaim,
                event.sequence(),
                event.hash(),
                began,
                event.change());
    }

    private static Optional<Instant> believable(SealEvent event) {
        return event.outOfOrder() ? Optional.empty() : event.circumstances().claimed();
    }

    private static boolean isAhead(Optional<Instant> claimed, Change change) {
        return claimed.filter(claim -> claim.isAfter(change.time().plus(MOST_SKEW)))
                .isPresent();
    }

    public String write() {
        return SealRecordText.write(this);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static SealRecord parse(String text) {
        return SealRecordText.parse(text);
    }

    /**
     * Reads what was written.
     *
     * @throws Refusal MALFORMED_ARGUMENT or CORRUPT_RECORD
     */
    public static SealRecord read(JsonElement json) {
        return SealRecordText.read(json);
    }
}
