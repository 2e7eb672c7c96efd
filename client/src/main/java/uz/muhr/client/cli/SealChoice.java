package uz.muhr.client.cli;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.client.consignment.ConsignmentFile;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealRecord;
import uz.muhr.protocol.seal.SealState;

/** The seal that is meant: by its number, or the only one that is still on a container of the consignment. */
final class SealChoice {
    @Mixin
    private final ConsignmentName consignment = new ConsignmentName();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "SEAL",
            description = "the seal's number; may be left out while only one is on the containers")
    private @Nullable String number;

    @Option(
            names = "--manufacturer",
            paramLabel = "NAME",
            description = "whose seal, when two makers gave the same number")
    private @Nullable String manufacturer;

    ConsignmentFile file() {
        return consignment.file();
    }

    /**
     * Finds it in the receipt.
     *
     * @throws Refusal MALFORMED_ARGUMENT when none is meant, or several might be
     */
    KnownSeal seal(Ledger ledger) {
        ConsignmentReceipt receipt = file().read();
        if (number != null) {
            return receipt.seal(
                    SealNumber.parse(number), Optional.ofNullable(manufacturer).map(SealManufacturer::parse));
        }
        List<SealRecord> live = ledger.seals().consignment(receipt.id()).value().seals().stream()
                .filter(seal -> seal.state() != SealState.REPLACED && seal.state() != SealState.REMOVED)
                .toList();
        if (live.size() != 1) {
            throw Refusal.malformed(
                    live.isEmpty()
                            ? "No seal is on the consignment's containers."
                            : live.size() + " seals are on the consignment's containers: say which, by its number.");
        }
        return receipt.seal(live.get(0).name().seal())
                .orElseThrow(() -> Refusal.malformed(
                        "The receipt does not know the seal that is on the container. Take up the copy of whoever affixed"
                                + " it: muhr consignment merge."));
    }
}
