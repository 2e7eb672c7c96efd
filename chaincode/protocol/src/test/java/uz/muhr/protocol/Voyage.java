package uz.muhr.protocol;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;

/** The sample seal's events, one after the other by the rules, an hour between them. */
public final class Voyage {
    private final List<SealEvent> events;
    private Circumstances next = Circumstances.none();

    private Voyage(List<SealEvent> events) {
        this.events = events;
    }

    /** With the sample seal just affixed, at the first hour. */
    public static Voyage begun() {
        return of(SampleSeals.affixed().affixed());
    }

    public static Voyage of(SealEvent affixed) {
        return new Voyage(new ArrayList<>(List.of(affixed)));
    }

    public Voyage handedOverTo(MspId receiver) {
        return as(record().holder(), new SealAct.HandOver(receiver));
    }

    public Voyage accepted() {
        return as(record().offeredTo().orElseThrow(), new SealAct.Accept());
    }

    public Voyage byHolder(SealAct act) {
        return as(record().holder(), act);
    }

    public Voyage byCustoms(SealAct act) {
        return as(Samples.CUSTOMS, act, SealParty.CUSTOMS);
    }

    public Voyage byQuarantine(SealAct act) {
        return as(SampleSeals.QUARANTINE, act, SealParty.QUARANTINE);
    }

    /** The next event claims this time. */
    public Voyage claiming(Instant time) {
        next = SampleSeals.claiming(time);
        return this;
    }

    /** A reading by the holder, made when it is sent unless another time is claimed. */
    public Voyage read(String origin, boolean opened) {
        if (next.claimed().isEmpty()) {
            claiming(time());
        }
        return byHolder(new SealAct.Read(SampleSeals.event(origin), opened, Optional.empty()));
    }

    public Voyage as(MspId msp, SealAct act, SealParty... authorities) {
        SealRecord record = record();
        Set<SealParty> who = EnumSet.noneOf(SealParty.class);
        who.addAll(List.of(authorities));
        if (record.holder().equals(msp)) {
            who.add(SealParty.HOLDER);
        }
        if (record.offeredTo().equals(Optional.of(msp))) {
            who.add(SealParty.RECEIVER);
        }
        Change change = SampleSeals.change(msp, "event " + (events.size() + 1), time());
        events.add(
                act instanceof SealAct.Once once
                        ? record.event(once, who, next, change)
                        : record.event(act, who, record.sequence(), next, change));
        next = Circumstances.none();
        return this;
    }

    /** When the next event happens. */
    public Instant time() {
        return events.get(events.size() - 1).change().time().plusSeconds(3600);
    }

    public SealRecord record() {
        return history().record();
    }

    public SealHistory history() {
        return new SealHistory(events);
    }
}
