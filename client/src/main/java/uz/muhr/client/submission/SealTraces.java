package uz.muhr.client.submission;

import java.util.List;
import java.util.Optional;
import uz.muhr.client.commitment.Place;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Attempted.Done;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.NewSeal;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** Looks on the ledger for what an earlier attempt at a wish left: the event that it would make, by this organisation. */
final class SealTraces {
    private final Ledger ledger;

    SealTraces(Ledger ledger) {
        this.ledger = ledger;
    }

    /** Where a wish came onto the ledger before, with what the contract answered then; empty when it did not. */
    Optional<Done> of(SealWish wish) {
        if (wish instanceof SealWish.Register register) {
            return ledger.seals()
                    .registry(ledger.organisation())
                    .filter(record -> record.key().equals(register.key()))
                    .map(record -> done(record.registered(), record.write()));
        }
        if (wish instanceof SealWish.Open open) {
            return linked(open.receipt().id()).stream()
                    .filter(event -> event.sequence() == 1 && ours(event.change()))
                    .findFirst()
                    .map(event -> done(event.change(), ""));
        }
        if (wish instanceof SealWish.Link link) {
            return linked(link.linking().consignment()).stream()
                    .filter(event -> event.sequence() == link.linking().expected() + 1)
                    .filter(event -> ours(event.change())
                            && event.linked().equals(link.linking().linked()))
                    .findFirst()
                    .map(event -> done(event.change(), ""));
        }
        if (wish instanceof SealWish.Affix affix) {
            AffixRequest request = affix.request();
            return event(request.name(), 1)
                    .filter(event -> affixes(event, request.seal(), Optional.empty())
                            && event.circumstances().equals(request.circumstances()))
                    .map(event -> done(event.change(), ""));
        }
        if (wish instanceof SealWish.Exchange exchange) {
            ReplaceRequest request = exchange.request();
            return event(request.successor(), 1)
                    .filter(event -> affixes(event, request.by(), Optional.of(request.name())))
                    .map(event -> done(event.change(), ""));
        }
        if (wish instanceof SealWish.Act act) {
            SealRequest request = act.request();
            return event(request.name(), request.expected() + 1)
                    .filter(event -> event.act().equals(request.act())
                            && event.circumstances().equals(request.circumstances())
                            && ours(event.change()))
                    .map(event -> done(event.change(), ""));
        }
        // Observations name themselves: sent again, each answers as it did.
        return Optional.empty();
    }

    private boolean affixes(SealEvent event, NewSeal seal, Optional<SealName> replaces) {
        return event.act() instanceof SealAct.Affix affix
                && affix.tag().equals(seal.tag())
                && affix.description().equals(seal.description())
                && affix.replaces().equals(replaces.map(SealName::seal))
                && ours(event.change());
    }

    private boolean ours(Change change) {
        return change.by().msp().equals(ledger.organisation());
    }

    private Optional<SealEvent> event(SealName name, long sequence) {
        try {
            List<SealEvent> events = ledger.seals().history(name).value().oldestFirst();
            return sequence > events.size() ? Optional.empty() : Optional.of(events.get((int) sequence - 1));
        } catch (Refusal refusal) {
            return none(refusal, ErrorCode.UNKNOWN_SEAL);
        }
    }

    private List<ConsignmentEvent> linked(ConsignmentId consignment) {
        try {
            return ledger.seals().links(consignment).value().oldestFirst();
        } catch (Refusal refusal) {
            none(refusal, ErrorCode.UNKNOWN_CONSIGNMENT);
            return List.of();
        }
    }

    private static <T> Optional<T> none(Refusal refusal, ErrorCode unknown) {
        if (refusal.code() == unknown) {
            return Optional.empty();
        }
        throw refusal;
    }

    private Done done(Change change, String answer) {
        return new Done(new Place(change.transaction(), ledger.blockOf(change.transaction())), answer, true);
    }
}
