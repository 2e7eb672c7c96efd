package uz.muhr.protocol;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.consignment.EvidenceCommitment;
import uz.muhr.protocol.consignment.Linked;
import uz.muhr.protocol.consignment.PlaceCommitment;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.consignment.SealEventId;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.Place;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Change;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealParty;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.NewSeal;
import uz.muhr.protocol.sealing.Sealer;
import uz.muhr.protocol.sealing.Sealing;

/** Valid values of a consignment to start from. The golden files are made of the same ones. */
public final class SampleSeals {
    public static final MspId CARRIER = new MspId("CarrierMSP");
    public static final MspId RAILWAY = new MspId("RailwayMSP");
    public static final MspId QUARANTINE = new MspId("QuarantineMSP");

    public static final ConsignmentSecret SECRET = new ConsignmentSecret(Samples.sha256("consignment secret"));
    public static final RegistryKey KEY = new RegistryKey(Samples.sha256("registry key"));
    public static final ContainerCommitment CONTAINER = SECRET.container(new ContainerNumber("CSQU3054383"));
    public static final ContainerCommitment OTHER_CONTAINER = SECRET.container(new ContainerNumber("MSCU6639870"));
    public static final PlaceCommitment TASHKENT = SECRET.place(new Place("UZTAS"));
    public static final EvidenceCommitment PHOTOGRAPH =
            SECRET.evidence(new Fingerprint(Samples.sha256("a photograph")));

    public static final SealDescription BOLT =
            new SealDescription(SealClass.HIGH_SECURITY, SealKind.ELECTRONIC, SealingParty.CARRIER);
    public static final SealDescription CUSTOMS_SEAL =
            new SealDescription(SealClass.SECURITY, SealKind.MECHANICAL, SealingParty.CUSTOMS);
    public static final SealDescription QUARANTINE_SEAL =
            new SealDescription(SealClass.SECURITY, SealKind.MECHANICAL, SealingParty.QUARANTINE);

    public static final NewSeal SEAL = seal("UZ0012345", BOLT);
    public static final NewSeal NEXT_SEAL = seal("UZ0012346", CUSTOMS_SEAL);
    public static final SealName NAME = new SealName(SECRET.id(), SEAL.seal());

    public static final Instant MORNING = Instant.parse("2026-03-01T08:00:00Z");

    private SampleSeals() {}

    /** So many hours after the consignment was opened. */
    public static Instant hour(int hours) {
        return MORNING.plusSeconds(3600L * hours);
    }

    public static NewSeal seal(String number, SealDescription description) {
        SealManufacturer manufacturer = new SealManufacturer("EJSEAL");
        SealNumber printed = new SealNumber(number);
        return new NewSeal(SECRET.seal(manufacturer, printed), description, KEY.tag(manufacturer, printed));
    }

    public static SealEventId event(String origin) {
        return SECRET.event(origin);
    }

    public static Change change(MspId msp, String what, Instant time) {
        return Samples.change(msp, "transaction " + what, time);
    }

    /** Somebody who acts for one organisation, as these authorities. */
    public static Sealer sealer(MspId msp, String what, Instant time, SealParty... authorities) {
        return new Sealer(change(msp, what, time), Set.of(authorities));
    }

    public static ConsignmentOpening opening() {
        return new ConsignmentOpening(
                SECRET.id(),
                Optional.of(SECRET.ucr(new Ucr("6UZ123456789-TAS-0001"))),
                Linked.of(Stream.of(CONTAINER), Stream.of(SECRET.document(Samples.DOCUMENT))));
    }

    /** The carrier's consignment with one container and one document. */
    public static ConsignmentRecord opened() {
        return ConsignmentRecord.first(opening().decide(Optional.empty(), change(CARRIER, "open", MORNING)));
    }

    public static AffixRequest affix(ContainerCommitment container, NewSeal seal) {
        return new AffixRequest(
                SECRET.id(), container, seal, new Circumstances(Optional.empty(), Optional.of(TASHKENT), List.of()));
    }

    /** What the ledger holds of a seal that was never affixed, for an organisation with a registry key. */
    public static Sealing.Known unknown() {
        return new Sealing.Known(Optional.empty(), Optional.empty(), Optional.of(registry()));
    }

    public static RegistryRecord registry() {
        return new RegistryRecord(KEY.hash(), change(CARRIER, "open", MORNING));
    }

    /** The carrier's own seal on its container, affixed at the first hour. */
    public static Sealing affixed() {
        return Sealing.affix(affix(CONTAINER, SEAL), opened(), unknown(), sealer(CARRIER, "affix", hour(1)));
    }

    public static Circumstances claiming(Instant time) {
        return new Circumstances(Optional.of(time), Optional.empty(), List.of());
    }
}
