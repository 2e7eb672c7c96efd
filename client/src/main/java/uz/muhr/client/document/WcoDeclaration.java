package uz.muhr.client.document;

import java.util.List;
import java.util.Optional;

/** A declaration of the WCO data model, alone or within its metadata. */
final class WcoDeclaration {
    private static final String NAMESPACE = "urn:wco:datamodel:WCO:";
    private static final String DECLARATION = "Declaration";
    private static final List<String> ROOTS = List.of("MetaData/" + DECLARATION + "/", DECLARATION + "/");

    /** UNTDID 1001: goods declaration for importation, for exportation. */
    private static final String IMPORT = "929";

    private static final String EXPORT = "830";

    private WcoDeclaration() {}

    /** Its name, when it is one. */
    static Optional<String> read(Leaves xml, Gathered gathered) {
        boolean ours = xml.root().startsWith(NAMESPACE);
        if (!ours || text(xml, "FunctionCode").isEmpty()) {
            return Optional.empty();
        }
        text(xml, "TypeCode").ifPresent(code -> {
            // The first two letters say the direction: import and export, and within a customs union the old CO.
            if (code.startsWith("IM")) {
                gathered.type(IMPORT, DECLARATION + "/TypeCode");
            } else if (code.startsWith("EX")) {
                gathered.type(EXPORT, DECLARATION + "/TypeCode");
            }
        });
        // Customs' own number when it has given one, else the declarant's.
        text(xml, "ID").ifPresent(text -> gathered.number(text, DECLARATION + "/ID"));
        text(xml, "FunctionalReferenceID")
                .ifPresent(text -> gathered.number(text, DECLARATION + "/FunctionalReferenceID"));
        text(xml, "Declarant/Name").ifPresent(text -> gathered.issuer(text, DECLARATION + "/Declarant/Name"));
        text(xml, "IssueDateTime/DateTimeString")
                .ifPresent(text -> gathered.date(Fact.ISSUED, text, DECLARATION + "/IssueDateTime"));
        return Optional.of("WCO data model declaration");
    }

    private static Optional<String> text(Leaves xml, String path) {
        return ROOTS.stream().flatMap(root -> xml.text(root + path).stream()).findFirst();
    }
}
