package uz.muhr.client.tracking;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** Identifiers that both standards use, checked as far as they can be without their lists. */
final class Codes {
    private static final Pattern LOCODE = Pattern.compile("[A-Z]{2}[A-Z2-9]{3}");
    private static final Pattern IMO = Pattern.compile("[0-9]{7}");
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private Codes() {}

    /** A container by its ISO 6346 number. */
    static Optional<ContainerNumber> container(Findings findings, String name, String text) {
        try {
            return Optional.of(new ContainerNumber(text));
        } catch (Refusal e) {
            findings.reject(FaultCode.CONTAINER_NUMBER, name + ": " + e.sentence());
            return Optional.empty();
        }
    }

    /** A place by its UN/LOCODE, whose first two letters are a country of ISO 3166. */
    static Optional<String> place(Part part, String name) {
        Optional<String> place = part.text(name);
        place.filter(code -> !LOCODE.matcher(code).matches() || !COUNTRIES.contains(code.substring(0, 2)))
                .ifPresent(code -> part.findings()
                        .reject(
                                FaultCode.PLACE,
                                part.path(name) + " has to be a UN/LOCODE such as UZTAS; it is \"" + Shown.of(code)
                                        + "\"."));
        return place;
    }

    /** A vessel's number is of no account for a seal, so a wrong one is only named. */
    static void vessel(Part part, String name) {
        part.text(name).filter(number -> !isImo(number)).ifPresent(number -> part.findings()
                .note(
                        FaultCode.VESSEL_NUMBER,
                        part.path(name) + " is \"" + Shown.of(number)
                                + "\", whose last digit does not check it (IMO ship identification number)."));
    }

    private static boolean isImo(String number) {
        if (!IMO.matcher(number).matches()) {
            return false;
        }
        int sum = 0;
        for (int i = 0; i < 6; i++) {
            sum += (number.charAt(i) - '0') * (7 - i);
        }
        return sum % 10 == number.charAt(6) - '0';
    }
}
