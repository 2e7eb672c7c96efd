package uz.muhr.client.consignment;

import java.util.List;
import java.util.Optional;
import uz.muhr.client.commitment.Place;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.CommitmentKind;
import uz.muhr.protocol.consignment.ConsignmentSecret;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.Ucr;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.identifier.TypeCode;

/** A consignment from Tashkent to Poti, of which a test changes one thing. */
public final class Voyage {
    public static final ContainerNumber CONTAINER = new ContainerNumber("CSQU3054383");
    public static final ContainerNumber OTHER_CONTAINER = new ContainerNumber("MSKU0000006");

    /** An electronic seal on the first container. */
    public static final KnownSeal SEAL = new KnownSeal(
            CONTAINER,
            new SealManufacturer("TAMGA"),
            new SealNumber("UZ0042"),
            List.of("urn:epc:id:giai:4780000.7001"));

    private Voyage() {}

    /** Opened, with one of each thing. */
    public static ConsignmentReceipt opened() {
        return pending().with(SEAL).with(place("UZTAS")).openedAt(new Place(new TransactionId("ab".repeat(32)), 17));
    }

    /** Before anything was sent. */
    public static ConsignmentReceipt pending() {
        return new ConsignmentReceipt(
                new MspId("CarrierMSP"),
                new ConsignmentSecret("cd".repeat(32)),
                Optional.of(new Ucr("6UZ201234567TAS0001")),
                List.of(CONTAINER),
                List.of(new LinkedDocument(
                        new MspId("ChamberMSP"),
                        new TypeCode("861"),
                        DocumentNumber.parse("UZ-CO-2026-000417"),
                        new Commitment(CommitmentKind.SALTED, "ef".repeat(32)))),
                List.of(),
                List.of(),
                Optional.empty());
    }

    public static uz.muhr.protocol.freight.Place place(String code) {
        return new uz.muhr.protocol.freight.Place(code);
    }
}
