package uz.muhr.protocol.sealing;

import java.util.Optional;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.Linked;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.consignment.SealReference;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealOperation;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.seal.SealRecord;

/**
 * The rule of affixing: a seal that is in no consignment of its organisation, on a container of this one.
 *
 * @param affixed the seal's first event
 * @param replaced the last event of the seal in whose place it is
 * @param linked the consignment's event
 */
public record Sealing(SealEvent affixed, Optional<SealEvent> replaced, ConsignmentEvent linked) {
    /**
     * What the ledger holds of a seal that is to be affixed.
     *
     * @param seal what stands under its name
     * @param tagged what the caller's organisation has affixed under its tag
     * @param registry the caller's organisation's registry key
     */
    public record Known(Optional<SealRecord> seal, Optional<SealName> tagged, Optional<RegistryRecord> registry) {}

    /**
     * Puts a seal on a container.
     *
     * @throws Refusal NOT_AUTHORISED, UNKNOWN_CONTAINER, UNKNOWN_REGISTRY, SEAL_EXISTS
     */
    public static Sealing affix(AffixRequest request, ConsignmentRecord consignment, Known known, Sealer sealer) {
        SealParty party = SealOperation.AFFIX.actor(sealer.towards(consignment));
        if (!consignment.containers().contains(request.container())) {
            throw new Refusal(
                    ErrorCode.UNKNOWN_CONTAINER, "The consignment has no such container; link it to it first.");
        }
        SealAct.Affix affix = new SealAct.Affix(
                request.container(),
                request.seal().description(),
                request.seal().tag(),
                sealer.organisation(),
                Optional.empty());
        checkNew(request.seal(), party, known, sealer);
        return new Sealing(
                SealRecord.first(request.name(), affix, party, request.circumstances(), sealer.change()),
                Optional.empty(),
                link(consignment, request.seal().seal(), sealer));
    }

    /**
     * Puts another seal in a seal's place; custody stays where it is.
     *
     * @throws Refusal NOT_CUSTODIAN, NOT_AUTHORISED, STALE_SEQUENCE, ILLEGAL_TRANSITION, CLOCK_SKEW, UNKNOWN_REGISTRY or
     *     SEAL_EXISTS
     */
    public static Sealing replace(
            ReplaceRequest request, SealRecord before, ConsignmentRecord consignment, Known known, Sealer sealer) {
        SealEvent replaced = before.event(
                new SealAct.Replace(request.by().seal()),
                sealer.towards(before),
                request.expected(),
                request.circumstances(),
                sealer.change());
        checkNew(request.by(), replaced.party(), known, sealer);
        SealAct.Affix affix = new SealAct.Affix(
                before.affixed().container(),
                request.by().description(),
                request.by().tag(),
                before.holder(),
                Optional.of(before.name().seal()));
        return new Sealing(
                SealRecord.first(
                        request.successor(), affix, replaced.party(), request.circumstances(), sealer.change()),
                Optional.of(replaced),
                link(consignment, request.by().seal(), sealer));
    }

    private static void checkNew(NewSeal seal, SealParty party, Known known, Sealer sealer) {
        checkSealingParty(seal, party);
        if (known.registry().isEmpty()) {
            throw new Refusal(
                    ErrorCode.UNKNOWN_REGISTRY,
                    sealer.organisation() + " has no registry key on the ledger; seal:register comes first.");
        }
        if (known.seal().isPresent() || known.tagged().isPresent()) {
            throw new Refusal(
                    ErrorCode.SEAL_EXISTS,
                    known.seal().isPresent()
                            ? "The container seal is affixed in this consignment already."
                            : sealer.organisation() + " has affixed a container seal under this tag already.");
        }
    }

    /** Only an authority's seal is one of the authority's: UNTDID 9303. */
    private static void checkSealingParty(NewSeal seal, SealParty party) {
        SealParty needed =
                switch (seal.description().party()) {
                    case CUSTOMS -> SealParty.CUSTOMS;
                    case QUARANTINE -> SealParty.QUARANTINE;
                    case CARRIER, SHIPPER, TERMINAL_OPERATOR -> SealParty.HOLDER;
                };
        if (needed.isAuthority() ? needed != party : party.isAuthority()) {
            throw new Refusal(
                    ErrorCode.NOT_AUTHORISED,
                    "The caller acts as " + party + "; a seal of the sealing party "
                            + seal.description().party().code() + " is not its to affix.");
        }
    }

    private static ConsignmentEvent link(ConsignmentRecord consignment, SealReference seal, Sealer sealer) {
        return new ConsignmentEvent(
                consignment.id(),
                consignment.sequence() + 1,
                Optional.of(consignment.head()),
                Linked.NOTHING,
                Optional.empty(),
                Optional.of(seal),
                sealer.change());
    }
}
