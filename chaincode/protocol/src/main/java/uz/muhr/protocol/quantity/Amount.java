package uz.muhr.protocol.quantity;

import java.math.BigDecimal;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** A decimal amount of 0 or more, with at most 15 digits before and 6 after the point; never rounded. */
public record Amount(BigDecimal value) implements Comparable<Amount> {
    /** One form for each number: no sign, no exponent, no zero that says nothing. */
    private static final Pattern FORM = Pattern.compile("(?:0|[1-9][0-9]{0,14})(?:\\.[0-9]{0,5}[1-9])?");

    public static final Amount ZERO = new Amount(BigDecimal.ZERO);

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it is negative or too long
     */
    public Amount {
        value = value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
        if (!FORM.matcher(value.toPlainString()).matches()) {
            throw malformed(value.toPlainString());
        }
    }

    /**
     * Reads an amount in its one form, such as {@code 12.5}.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Amount parse(String text) {
        if (!FORM.matcher(text).matches()) {
            throw malformed(text);
        }
        return new Amount(new BigDecimal(text));
    }

    public Amount plus(Amount other) {
        return new Amount(value.add(other.value));
    }

    /**
     * What is left.
     *
     * @throws Refusal MALFORMED_ARGUMENT when it would be less than nothing: compare first
     */
    public Amount minus(Amount other) {
        return new Amount(value.subtract(other.value));
    }

    public boolean isZero() {
        return value.signum() == 0;
    }

    @Override
    public int compareTo(Amount other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value.toPlainString();
    }

    private static Refusal malformed(String text) {
        return Refusal.malformed("An amount has to be a decimal number of 0 or more in its shortest form, such as 12.5,"
                + " with at most 15 digits before and 6 after the point; it is \"" + Shown.of(text) + "\".");
    }
}
