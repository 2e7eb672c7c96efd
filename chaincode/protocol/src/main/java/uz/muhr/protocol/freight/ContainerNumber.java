package uz.muhr.protocol.freight;

import java.util.Optional;
import java.util.regex.Pattern;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** A freight container by ISO 6346: three letters of its owner, one of its category, six digits and a check digit. */
public record ContainerNumber(String value) {
    /** What may be wrong with a number that somebody wrote. */
    public enum Fault {
        FORM("it has to be four letters and seven digits"),
        CATEGORY("its fourth letter has to be U, J or Z"),
        CHECK_DIGIT("its check digit is not the one of its letters and digits");

        private final String sentence;

        Fault(String sentence) {
            this.sentence = sentence;
        }

        /** As the end of a sentence. */
        public String sentence() {
            return sentence;
        }
    }

    private static final Pattern FORM = Pattern.compile("[A-Z]{4}[0-9]{7}");
    private static final int CHECKED = 10;

    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT, naming the fault
     */
    public ContainerNumber {
        Optional<Fault> fault = fault(value);
        if (fault.isPresent()) {
            throw Refusal.malformed("\"" + Shown.of(value) + "\" is no container number of ISO 6346: "
                    + fault.get().sentence() + ".");
        }
    }

    /** The number that a person wrote, spaces and a hyphen before the check digit included. */
    public static ContainerNumber parse(String text) {
        return new ContainerNumber(canonical(text));
    }

    /** What is wrong with a written number; empty when nothing is. For whoever reports a fault and goes on. */
    public static Optional<Fault> faultOf(String text) {
        return fault(canonical(text));
    }

    private static String canonical(String text) {
        return Written.capitals(text).replace("-", "");
    }

    private static Optional<Fault> fault(String value) {
        if (!FORM.matcher(value).matches()) {
            return Optional.of(Fault.FORM);
        }
        if ("UJZ".indexOf(value.charAt(3)) < 0) {
            return Optional.of(Fault.CATEGORY);
        }
        return checkDigit(value) == Character.digit(value.charAt(CHECKED), 10)
                ? Optional.empty()
                : Optional.of(Fault.CHECK_DIGIT);
    }

    /** ISO 6346 annex A: each character weighs twice the one before it; a remainder of ten is written 0. */
    private static int checkDigit(String value) {
        int sum = 0;
        for (int i = 0; i < CHECKED; i++) {
            sum += worth(value.charAt(i)) << i;
        }
        return sum % 11 % 10;
    }

    /** Letters count from 10 and leave out the multiples of 11. */
    private static int worth(char c) {
        int place = Character.digit(c, Character.MAX_RADIX);
        return place < 10 ? place : place + (place - 1) / 10;
    }

    @Override
    public String toString() {
        return value;
    }
}
