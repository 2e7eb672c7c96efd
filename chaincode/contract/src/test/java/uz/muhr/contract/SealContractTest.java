package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import uz.muhr.protocol.consignment.ConsignmentHistory;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.consignment.ConsignmentPage;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealHistory;
import uz.muhr.protocol.seal.SealHistoryPage;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealState;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.NewSeal;

/** Container seals through the router: what is read, written and answered, and who is refused. */
final class SealContractTest {
    private static final Identity CARRIER = SampleSealing.CARRIER;
    private static final Identity CHAMBER = SampleSealing.CHAMBER;
    private static final Identity CUSTOMS = SampleSealing.CUSTOMS;
    private static final SealName SEAL = SampleSealing.SEAL;
    private static final SealName OFFERED = SampleSealing.OFFERED;
    private static final String ID = SampleSealing.SECRET.id().hex();
    private static final SealAct ACCEPT = new SealAct.Accept();
    private static final SealAct BREAK = new SealAct.Break(BreakReason.INSPECTION);

    private final SampleNetwork network = SampleNetwork.withLife();

    private SealRecord record(SealName name) {
        return SealRecord.parse(network.evaluate(
                CHAMBER, "seal:read", name.consignment().hex(), name.seal().hex()));
    }

    private SealHistory history(SealName name) {
        return SealHistory.read(
                name,
                first -> SealHistoryPage.parse(network.evaluate(
                        CHAMBER,
                        "seal:history",
                        name.consignment().hex(),
                        name.seal().hex(),
                        Long.toString(first))));
    }

    private SealRecord act(Identity by, SealName name, SealAct act) {
        return SealRecord.parse(network.submit(
                by, "seal:act", SampleSealing.act(name, record(name).sequence(), act)));
    }

    private void refusesAct(ErrorCode code, String says, Identity by, SealName name, SealAct act) {
        network.refuses(
                code, says, by, "seal:act", SampleSealing.act(name, record(name).sequence(), act));
    }

    @Test
    void affixingWritesTheSealItsEventItsTagAndTheConsignmentAndNoPolicy() {
        NewSeal seal = SampleSealing.seal("3");
        FakeStub stub = network.run(
                        CARRIER,
                        "seal:affix",
                        SampleSealing.affix(SampleSealing.SECRET, seal).write())
                .stub();
        assertEquals(
                new TreeSet<>(Set.of(
                        WorldState.key("S", ID, seal.seal().hex()),
                        WorldState.key("V", ID, seal.seal().hex(), "1"),
                        WorldState.key("G", "CarrierMSP", seal.tag().hex()),
                        WorldState.key("K", ID),
                        WorldState.key("L", ID, "4"))),
                new TreeSet<>(stub.writes.keySet()));
        assertEquals(Set.of(), stub.policies.keySet());
        assertTrue(stub.reads.containsAll(List.of(
                WorldState.key("S", ID, seal.seal().hex()),
                WorldState.key("G", "CarrierMSP", seal.tag().hex()),
                WorldState.key("R", "CarrierMSP"),
                WorldState.key("K", ID))));
    }

    @Test
    void whatIsOnTheLedgerIsWhatItsEventsMake() {
        act(CHAMBER, OFFERED, ACCEPT);
        act(CUSTOMS, OFFERED, BREAK);
        for (SealName name : List.of(SEAL, OFFERED)) {
            assertEquals(record(name), history(name).record());
        }
        SealedConsignment whole = SealedConsignment.parse(network.evaluate(CHAMBER, "seal:consignment", ID));
        assertEquals(List.of(record(SEAL), record(OFFERED)), whole.seals());
        ConsignmentHistory events = ConsignmentHistory.read(
                new ConsignmentId(ID),
                first -> ConsignmentPage.parse(network.evaluate(CHAMBER, "seal:links", ID, Long.toString(first))));
        assertEquals(whole.consignment(), events.record());
    }

    @Test
    void custodyPassesToWhomItWasOfferedAndToNobodyElse() {
        refusesAct(ErrorCode.NOT_CUSTODIAN, "its receiver", CARRIER, OFFERED, ACCEPT);
        refusesAct(ErrorCode.NOT_CUSTODIAN, "its receiver", CUSTOMS, OFFERED, ACCEPT);
        SealRecord accepted = act(CHAMBER, OFFERED, ACCEPT);
        assertEquals(new MspId("ChamberMSP"), accepted.holder());
        refusesAct(ErrorCode.NOT_CUSTODIAN, "its holder", CARRIER, OFFERED, new SealAct.Remove());
        assertEquals(
                SealState.REMOVED, act(CHAMBER, OFFERED, new SealAct.Remove()).state());
        refusesAct(ErrorCode.ILLEGAL_TRANSITION, "REMOVED", CUSTOMS, OFFERED, BREAK);
    }

    @Test
    void anOfficerOfCustomsMayTakeCustodyForItsOrganisation() {
        act(CARRIER, SEAL, new SealAct.HandOver(new MspId("CustomsMSP")));
        assertEquals(new MspId("CustomsMSP"), act(CUSTOMS, SEAL, ACCEPT).holder());
    }

    @Test
    void anAcceptanceThatComesTwiceIsStale() {
        String accept = SampleSealing.act(OFFERED, 2, ACCEPT);
        network.submit(CHAMBER, "seal:act", accept);
        network.refuses(ErrorCode.NOT_CUSTODIAN, "its receiver", CHAMBER, "seal:act", accept);
        network.refuses(
                ErrorCode.STALE_SEQUENCE,
                "version 2",
                CHAMBER,
                "seal:act",
                SampleSealing.act(OFFERED, 2, new SealAct.Remove()));
    }

    @Test
    void aSealIsHandedOverToAMemberAlone() {
        refusesAct(
                ErrorCode.UNKNOWN_ORGANISATION,
                "no member",
                CARRIER,
                SEAL,
                new SealAct.HandOver(new MspId("RailwayMSP")));
    }

    @Test
    void onlyCarriersAndOfficersOfAnAuthorityActOnSeals() {
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "role carrier or officer",
                SampleNetwork.CHAMBER,
                "seal:act",
                SampleSealing.act(SEAL, 2, BREAK));
        network.refuses(
                ErrorCode.NOT_AUTHORISED,
                "neither in force",
                Identity.of("ChamberMSP", "officer"),
                "seal:act",
                SampleSealing.act(SEAL, 2, BREAK));
        refusesAct(ErrorCode.NOT_AUTHORISED, "customs or quarantine", CARRIER, SEAL, BREAK);
        assertEquals(
                SealState.BROKEN, act(SampleSealing.QUARANTINE, SEAL, BREAK).state());
    }

    @Test
    void customsReplacesWhatItBrokeByASealOfItsOwn() {
        network.submit(
                CUSTOMS, "seal:register", SampleSealing.CUSTOMS_KEY.hash().hex());
        act(CUSTOMS, SEAL, BREAK);
        NewSeal next = SampleSealing.customsSeal("C1");
        SealRecord after =
                SealRecord.parse(network.submit(CUSTOMS, "seal:replace", SampleSealing.replace(SEAL, 3, next)));
        assertEquals(new MspId("CarrierMSP"), after.holder());
        assertEquals(Optional.of(SEAL.seal()), after.affixed().replaces());
        assertEquals(Optional.of(next.seal()), record(SEAL).replacedBy());
        assertEquals(after, history(SampleSealing.name(next)).record());
        assertEquals(
                SampleSealing.name(next),
                SealName.parse(network.evaluate(
                        CARRIER, "seal:tagged", "CustomsMSP", next.tag().hex())));
    }

    @Test
    void oneOrganisationAffixesASealOnceInWhicheverConsignment() {
        SampleNetwork fresh = SampleNetwork.withLife();
        fresh.submit(CARRIER, "seal:open", SampleSealing.opening(third()).write());
        NewSeal again = SampleSealing.seal(third(), SampleSealing.KEY, "1", SealKind.ELECTRONIC, SealingParty.CARRIER);
        fresh.refuses(
                ErrorCode.SEAL_EXISTS,
                "under this tag",
                CARRIER,
                "seal:affix",
                SampleSealing.affix(third(), again).write());
        fresh.refuses(
                ErrorCode.SEAL_EXISTS,
                "in this consignment",
                CARRIER,
                "seal:affix",
                SampleSealing.affix(SampleSealing.SECRET, SampleSealing.seal("1"))
                        .write());
    }

    /** What the README says is not found. */
    @Test
    void anotherOrganisationsSealOfTheSameNumberIsNotTold() {
        network.submit(
                CHAMBER, "seal:register", SampleSealing.CHAMBER_KEY.hash().hex());
        network.submit(CHAMBER, "seal:open", SampleSealing.opening(third()).write());
        NewSeal same =
                SampleSealing.seal(third(), SampleSealing.CHAMBER_KEY, "1", SealKind.ELECTRONIC, SealingParty.CARRIER);
        SealRecord affixed = SealRecord.parse(network.submit(
                CHAMBER, "seal:affix", SampleSealing.affix(third(), same).write()));
        assertEquals(SealState.SEALED, affixed.state());
    }

    private static ConsignmentSecret third() {
        return new ConsignmentSecret(SampleNetwork.sha256("third secret"));
    }

    @Test
    void aRegistryKeyIsRegisteredOnceAndReadByEverybody() {
        RegistryRecord registry = RegistryRecord.parse(network.evaluate(CHAMBER, "seal:registry", "CarrierMSP"));
        assertEquals(SampleSealing.KEY.hash(), registry.key());
        network.refuses(
                ErrorCode.REGISTRY_EXISTS,
                "for good",
                SampleNetwork.CARRIER_REGISTRAR,
                "seal:register",
                SampleSealing.CHAMBER_KEY.hash().hex());
        network.refuses(ErrorCode.UNKNOWN_REGISTRY, "no key", CARRIER, "seal:registry", "ChamberMSP");
        network.refuses(
                ErrorCode.UNKNOWN_SEAL,
                "under this tag",
                CARRIER,
                "seal:tagged",
                "ChamberMSP",
                SampleNetwork.sha256("x"));
    }

    @Test
    void whatIsNotThereIsUnknownByName() {
        String other = SampleNetwork.sha256("x");
        network.refuses(ErrorCode.UNKNOWN_CONSIGNMENT, "No consignment", CARRIER, "seal:consignment", other);
        network.refuses(ErrorCode.UNKNOWN_CONSIGNMENT, "No consignment", CARRIER, "seal:links", other, "0");
        network.refuses(ErrorCode.UNKNOWN_SEAL, "no such", CARRIER, "seal:read", ID, other);
        network.refuses(ErrorCode.UNKNOWN_SEAL, "no such", CARRIER, "seal:history", ID, other, "0");
        network.refuses(
                ErrorCode.STALE_SEQUENCE,
                "no event 9",
                CARRIER,
                "seal:history",
                ID,
                SEAL.seal().hex(),
                "9");
    }

    @Test
    void aLedgerThatContradictsItselfIsNotUsed() {
        network.ledger.tamper("{}", "V", ID, SEAL.seal().hex(), "1");
        network.refuses(
                ErrorCode.CORRUPT_RECORD,
                "cannot be used",
                CARRIER,
                "seal:history",
                ID,
                SEAL.seal().hex(),
                "0");
        network.ledger.tamper("{}", "S", ID, OFFERED.seal().hex());
        network.refuses(ErrorCode.CORRUPT_RECORD, "cannot be used", CARRIER, "seal:consignment", ID);
    }
}
