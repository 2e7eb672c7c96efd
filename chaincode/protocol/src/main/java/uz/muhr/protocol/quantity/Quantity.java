package uz.muhr.protocol.quantity;

import com.google.gson.JsonObject;
import java.util.Optional;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/** An amount of something; more than nothing. */
public record Quantity(Amount amount, UnitCode unit) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT when the amount is zero
     */
    public Quantity {
        if (amount.isZero()) {
            throw Refusal.malformed("A quantity has to be more than 0.");
        }
    }

    /** Writes it as the members {@code quantity} and {@code unit}. */
    public void write(JsonObject json) {
        json.addProperty("quantity", amount.toString());
        json.addProperty("unit", unit.value());
    }

    /** Reads what was written; the unit without the quantity is an unknown member, the reverse a missing one. */
    public static Optional<Quantity> read(Members members) {
        return members.optionalText("quantity", Amount::parse)
                .map(amount -> new Quantity(amount, members.text("unit", UnitCode::new)));
    }

    /** Reads what was written and has to be there. */
    public static Quantity required(Members members) {
        return new Quantity(members.text("quantity", Amount::parse), members.text("unit", UnitCode::new));
    }

    @Override
    public String toString() {
        return amount + " " + unit;
    }
}
