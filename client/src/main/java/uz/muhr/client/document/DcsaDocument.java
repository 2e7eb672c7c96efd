package uz.muhr.client.document;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** DCSA's electronic bill of lading 3.0: a transport document, alone or within a request to issue it, or shipping instructions. */
final class DcsaDocument {
    private static final String KIND = "transportDocumentTypeCode";
    private static final List<String> ROOTS = List.of("", "document/");

    /** UNTDID 1001: bill of lading, sea waybill. */
    private static final Map<String, String> TYPES = Map.of("BOL", "705", "SWB", "710");

    private static final String SHIPPING_INSTRUCTIONS = "340";

    private DcsaDocument() {}

    /** Its name, when it is one. */
    static Optional<String> read(Leaves json, Gathered gathered) {
        for (String root : ROOTS) {
            Optional<String> kind = json.text(root + KIND);
            if (kind.isPresent()) {
                return Optional.of(read(json, root, kind.get(), gathered));
            }
        }
        return Optional.empty();
    }

    private static String read(Leaves json, String root, String kind, Gathered gathered) {
        Optional<String> number = json.text(root + "transportDocumentReference");
        if (number.isEmpty()) {
            gathered.type(SHIPPING_INSTRUCTIONS, root + KIND);
            return "DCSA shipping instructions";
        }
        gathered.number(number.get(), root + "transportDocumentReference");
        Optional.ofNullable(TYPES.get(kind)).ifPresent(code -> gathered.type(code, root + KIND));
        json.text(root + "documentParties/issuingParty/partyName")
                .ifPresent(name -> gathered.issuer(name, root + "documentParties/issuingParty/partyName"));
        json.text(root + "issueDate").ifPresent(date -> gathered.date(Fact.ISSUED, date, root + "issueDate"));
        return "DCSA transport document";
    }
}
