package uz.muhr.client.web.api;

import java.util.Map;
import java.util.Optional;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/** A document as people name it: number, issuer and type, which are of use only together. */
final class DocumentReference {
    static final String NUMBER = "number";
    static final String ISSUER = "issuer";
    static final String TYPE = "type";

    private DocumentReference() {}

    /**
     * The document that the three name, or empty when none of them is given.
     *
     * @throws Refusal MALFORMED_ARGUMENT when one or two are given, or one is not in its form
     */
    static Optional<DocumentId> parse(
            Optional<DocumentNumber> number, Optional<MspId> issuer, Optional<TypeCode> type) {
        if (number.isEmpty() && issuer.isEmpty() && type.isEmpty()) {
            return Optional.empty();
        }
        if (number.isEmpty() || issuer.isEmpty() || type.isEmpty()) {
            throw Refusal.malformed(
                    "\"number\", \"issuer\" and \"type\" name a document together; at least one is given"
                            + " and at least one is not.");
        }
        return Optional.of(DocumentId.of(issuer.get(), type.get(), number.get().digest()));
    }

    /**
     * The document that a query string names.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a parameter is missing, repeated, unknown or not in its form
     */
    static DocumentId parse(Map<String, String[]> query) {
        query.forEach((name, values) -> {
            if (!name.equals(NUMBER) && !name.equals(ISSUER) && !name.equals(TYPE)) {
                throw Refusal.malformed("The query has the unknown parameter \"" + Shown.of(name) + "\".");
            }
            if (values.length > 1) {
                throw Refusal.malformed("The query has the parameter \"" + name + "\" more than once.");
            }
        });
        return parse(
                        one(query, NUMBER).map(DocumentNumber::parse),
                        one(query, ISSUER).map(MspId::new),
                        one(query, TYPE).map(TypeCode::new))
                .orElseThrow(
                        () -> Refusal.malformed(
                                "The query has to name a document by \"number\", \"issuer\" and \"type\"; it has none of them."));
    }

    private static Optional<String> one(Map<String, String[]> query, String name) {
        return Optional.ofNullable(query.get(name)).map(values -> values[0]);
    }
}
