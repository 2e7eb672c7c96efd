package uz.muhr.protocol;

import java.util.List;
import uz.muhr.protocol.consignment.ConsignmentEvent;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.consignment.ConsignmentOpening;
import uz.muhr.protocol.consignment.ConsignmentPage;
import uz.muhr.protocol.consignment.ConsignmentRecord;
import uz.muhr.protocol.consignment.RegistryRecord;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.Place;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.seal.BreakReason;
import uz.muhr.protocol.seal.SealEvent;
import uz.muhr.protocol.seal.SealHistoryPage;
import uz.muhr.protocol.seal.SealName;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealedConsignment;
import uz.muhr.protocol.sealing.AffixRequest;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.Observed;
import uz.muhr.protocol.sealing.ReplaceRequest;
import uz.muhr.protocol.sealing.SealRequest;

/** Every parser of freight, consignments and container seals. */
final class SealParsers {
    private SealParsers() {}

    static List<Parser> all() {
        return List.of(
                Parser.golden(
                        "ConsignmentOpening",
                        text -> ConsignmentOpening.parse(text).write(),
                        "consignment-opening"),
                Parser.golden(
                        "ConsignmentLinking",
                        text -> ConsignmentLinking.parse(text).write(),
                        "consignment-linking"),
                Parser.golden(
                        "ConsignmentEvent",
                        text -> ConsignmentEvent.parse(text).write(),
                        "consignment-event",
                        "consignment-event-seal"),
                Parser.golden(
                        "ConsignmentRecord",
                        text -> ConsignmentRecord.parse(text).write(),
                        "consignment-record"),
                Parser.golden(
                        "ConsignmentPage", text -> ConsignmentPage.parse(text).write(), "consignment-page"),
                Parser.golden(
                        "RegistryRecord", text -> RegistryRecord.parse(text).write(), "seal-registry"),
                Parser.golden("SealName", text -> SealName.parse(text).write(), "seal-name"),
                Parser.golden("AffixRequest", text -> AffixRequest.parse(text).write(), "seal-affix"),
                Parser.golden(
                        "ReplaceRequest", text -> ReplaceRequest.parse(text).write(), "seal-replace"),
                Parser.golden(
                        "SealRequest",
                        text -> SealRequest.parse(text).write(),
                        "seal-act-hand-over",
                        "seal-act-accept",
                        "seal-act-inspect",
                        "seal-act-break"),
                Parser.golden(
                        "ObservationList", text -> ObservationList.parse(text).write(), "seal-observations"),
                Parser.golden("Observed", text -> Observed.write(Observed.parse(text)), "seal-observed"),
                Parser.golden(
                        "SealEvent",
                        text -> SealEvent.parse(text).write(),
                        "seal-event-1",
                        "seal-event-2",
                        "seal-event-3",
                        "seal-event-4"),
                Parser.golden(
                        "SealRecord", text -> SealRecord.parse(text).write(), "seal-record", "seal-record-offered"),
                Parser.golden(
                        "SealHistoryPage",
                        text -> SealHistoryPage.parse(text).write(),
                        "seal-history",
                        "seal-history-page"),
                Parser.golden(
                        "SealedConsignment",
                        text -> SealedConsignment.parse(text).write(),
                        "seal-consignment"),
                new Parser(
                        "ContainerNumber",
                        false,
                        text -> ContainerNumber.parse(text).value(),
                        List.of("CSQU3054383", "csqu 305438-3")),
                new Parser("Ucr", false, text -> Ucr.parse(text).value(), List.of("6UZ123456789-TAS-0001")),
                new Parser("Place", false, text -> Place.parse(text).code(), List.of("UZTAS", "us 2ab")),
                new Parser("SealNumber", false, text -> SealNumber.parse(text).value(), List.of("UZ0012345")),
                new Parser(
                        "SealManufacturer",
                        false,
                        text -> SealManufacturer.parse(text).value(),
                        List.of("EJ Seal")),
                new Parser("SealClass", true, text -> SealClass.parse(text).code(), List.of("I", "S", "H")),
                new Parser("SealKind", true, text -> SealKind.parse(text).code(), List.of("mechanical", "electronic")),
                new Parser(
                        "SealCondition", true, text -> SealCondition.parse(text).code(), List.of("1", "5")),
                new Parser(
                        "SealingParty", true, text -> SealingParty.parse(text).code(), List.of("CA", "AC")),
                new Parser("BreakReason", true, text -> BreakReason.parse(text).text(), List.of("seizure")));
    }
}
