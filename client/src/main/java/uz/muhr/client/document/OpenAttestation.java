package uz.muhr.client.document;

import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A wrapped document of OpenAttestation, version 2. Whether its own hashes fit is not asked: its bytes are what is anchored. */
final class OpenAttestation {
    private static final String SCHEMA = "https://schema.openattestation.com/2.0/schema.json";
    private static final String ROOT = "data/";
    private static final Pattern SALTED =
            Pattern.compile("[0-9a-fA-F-]{36}:(?:string|number|boolean):(?<value>.*)", Pattern.DOTALL);

    /** The names that documents in use give these; none is prescribed. */
    private static final List<String> NUMBERS =
            List.of("iD", "id", "documentNumber", "certificateNumber", "blNumber", "invoiceNumber", "number");

    private static final List<String> ISSUERS = List.of("issuer/name", "issuers/0/name");
    private static final List<String> ISSUED = List.of("issueDateTime", "issuedOn", "issueDate", "date");
    private static final List<String> TITLES = List.of("name", "documentName", "$template/name");

    private OpenAttestation() {}

    /** Its name, when it is one. */
    static Optional<String> read(Leaves json, Gathered gathered) {
        if (json.text("version").filter(SCHEMA::equals).isEmpty()) {
            return Optional.empty();
        }
        take(json, NUMBERS, gathered::number);
        take(json, ISSUERS, gathered::issuer);
        take(json, ISSUED, (text, where) -> gathered.date(Fact.ISSUED, text, where));
        // An underscore stands for a space in the names of templates.
        take(json, TITLES, (text, where) -> DocumentTitles.first(text.replace('_', ' '))
                .ifPresent(code -> gathered.type(code, where)));
        return Optional.of("OpenAttestation 2.0");
    }

    private static void take(Leaves json, List<String> names, BiConsumer<String, String> taker) {
        for (String name : names) {
            json.text(ROOT + name)
                    .map(SALTED::matcher)
                    .filter(Matcher::matches)
                    .ifPresent(salted -> taker.accept(salted.group("value"), ROOT + name));
        }
    }
}
