package uz.muhr.client.cli;

import picocli.CommandLine.Option;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;

/** How much, and in what. */
final class QuantityOption {
    @Option(
            names = {"--quantity", "--amount"},
            required = true,
            paramLabel = "AMOUNT",
            description = "a decimal number, such as 12.5")
    private String amount = "";

    @Option(
            names = "--unit",
            required = true,
            paramLabel = "CODE",
            description = "a code of UN/ECE Recommendation 20, such as KGM, TNE or H87")
    private String unit = "";

    Quantity quantity() {
        return new Quantity(Amount.parse(amount), new UnitCode(unit));
    }
}
