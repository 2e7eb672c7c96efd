package uz.muhr.contract;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.consignment.ContainerCommitment;
import uz.muhr.protocol.consignment.Linked;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.seal.Circumstances;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.NewSeal;
import uz.muhr.protocol.sealing.Observation;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** A consignment of the carrier on the sample ledger, with its seals. */
final class SampleSealing {
    static final Identity CARRIER = Identity.of("CarrierMSP", "carrier");
    static final Identity CHAMBER = Identity.of("ChamberMSP", "carrier");
    static final Identity QUARANTINE = Identity.of("QuarantineMSP", "officer");
    static final Identity CUSTOMS = SampleNetwork.OFFICER;

    static final ConsignmentSecret SECRET = new ConsignmentSecret(SampleNetwork.sha256("secret"));
    static final ConsignmentSecret OTHER_SECRET = new ConsignmentSecret(SampleNetwork.sha256("other secret"));
    static final ContainerNumber NUMBER = new ContainerNumber("CSQU3054383");
    static final ContainerCommitment CONTAINER = SECRET.container(NUMBER);
    static final ContainerCommitment OTHER_CONTAINER = SECRET.container(new ContainerNumber("MSCU6639870"));

    static final RegistryKey KEY = new RegistryKey(SampleNetwork.sha256("key of the carrier"));
    static final RegistryKey CUSTOMS_KEY = new RegistryKey(SampleNetwork.sha256("key of customs"));
    static final RegistryKey CHAMBER_KEY = new RegistryKey(SampleNetwork.sha256("key of the chamber"));

    static final SealName SEAL = name(seal("1"));
    static final SealName OFFERED = name(seal("2"));

    private SampleSealing() {}

    /** Two seals of the carrier on one container: one with a reading, one handed over to the chamber. */
    static void begin(SampleNetwork network) {
        network.submit(CARRIER, "seal:register", KEY.hash().hex());
        network.submit(CUSTOMS, "seal:open", opening(OTHER_SECRET).write());
        network.submit(CARRIER, "seal:open", opening(SECRET).write());
        network.submit(CARRIER, "seal:affix", affix(SECRET, seal("1")).write());
        network.submit(CARRIER, "seal:affix", affix(SECRET, seal("2")).write());
        network.submit(CARRIER, "seal:act", act(OFFERED, 1, new SealAct.HandOver(new MspId("ChamberMSP"))));
        network.submit(CARRIER, "seal:observe", readings(network.now(), 0, 1));
    }

    static ConsignmentOpening opening(ConsignmentSecret secret) {
        return new ConsignmentOpening(
                secret.id(),
                Optional.empty(),
                Linked.of(Stream.of(secret.container(NUMBER)), Stream.of(secret.document(SampleNetwork.DOCUMENT))));
    }

    static ConsignmentLinking linking(long expected) {
        return new ConsignmentLinking(SECRET.id(), expected, Linked.of(Stream.of(OTHER_CONTAINER), Stream.of()));
    }

    /** The carrier's electronic seal with a number. */
    static NewSeal seal(String number) {
        return seal(SECRET, KEY, number, SealKind.ELECTRONIC, SealingParty.CARRIER);
    }

    static NewSeal customsSeal(String number) {
        return seal(SECRET, CUSTOMS_KEY, number, SealKind.MECHANICAL, SealingParty.CUSTOMS);
    }

    static NewSeal seal(ConsignmentSecret secret, RegistryKey key, String number, SealKind kind, SealingParty party) {
        SealManufacturer manufacturer = new SealManufacturer("EJSEAL");
        SealNumber printed = new SealNumber(number);
        return new NewSeal(
                secret.seal(manufacturer, printed),
                new SealDescription(SealClass.HIGH_SECURITY, kind, party),
                key.tag(manufacturer, printed));
    }

    static SealName name(NewSeal seal) {
        return new SealName(SECRET.id(), seal.seal());
    }

    static AffixRequest affix(ConsignmentSecret secret, NewSeal seal) {
        return new AffixRequest(secret.id(), secret.container(NUMBER), seal, Circumstances.none());
    }

    static String replace(SealName name, long expected, NewSeal by) {
        return new ReplaceRequest(name, expected, by, Circumstances.none()).write();
    }

    static String act(SealName name, long expected, SealAct act) {
        return new SealRequest(name, expected, act, Circumstances.none()).write();
    }

    /** A device's readings of the carrier's seal, a second apart, by their numbers. */
    static String readings(Instant time, int from, int to) {
        return new ObservationList(IntStream.range(from, to)
                        .mapToObj(i -> reading(SEAL, "reading " + i, time.minusSeconds(10_000 - i)))
                        .toList())
                .write();
    }

    static Observation reading(SealName name, String origin, Instant claimed) {
        return new Observation(
                name,
                new SealAct.Read(SECRET.event(origin), false, Optional.of(90L)),
                new Circumstances(Optional.of(claimed), Optional.empty(), List.of()));
    }
}
