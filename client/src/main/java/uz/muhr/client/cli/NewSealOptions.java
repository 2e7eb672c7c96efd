package uz.muhr.client.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.voyage.NewSeal;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.seal.SealDescription;

/** What a new seal is. */
final class NewSealOptions {
    @Option(names = "--maker", required = true, paramLabel = "NAME", description = "the manufacturer of the new seal")
    private String maker = "";

    @Option(
            names = "--class",
            defaultValue = "H",
            paramLabel = "CODE",
            description = "ISO 17712: I indicative, S security, H high security (${DEFAULT-VALUE})")
    private String strength = "";

    @Option(
            names = "--party",
            defaultValue = "CA",
            paramLabel = "CODE",
            description =
                    "whose seal, UNTDID 9303: CA carrier, SH shipper, TO terminal, CU customs, AC quarantine (${DEFAULT-VALUE})")
    private String party = "";

    @Option(names = "--electronic", description = "machines can read it (ISO 18185)")
    private boolean electronic;

    @Option(
            names = "--device",
            paramLabel = "ID",
            description = "under which identifier an electronic one reports, such as an EPC; may be repeated")
    private final List<String> devices = new ArrayList<>();

    NewSeal seal(ContainerNumber container, String number) {
        boolean read = electronic || !devices.isEmpty();
        return new NewSeal(
                new KnownSeal(container, SealManufacturer.parse(maker), SealNumber.parse(number), devices),
                new SealDescription(
                        SealClass.parse(strength),
                        read ? SealKind.ELECTRONIC : SealKind.MECHANICAL,
                        SealingParty.parse(party)));
    }
}
