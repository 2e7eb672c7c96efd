package uz.muhr.client.web.api;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uz.muhr.client.commitment.ReceiptText;
import uz.muhr.client.report.Language;
import uz.muhr.client.report.ReportQuestion;
import uz.muhr.client.report.ReportQuestion.Named;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** What a report is asked for with: the question that a verification takes, or a document's id, and a language. */
final class ReportRequest {
    static final String LANGUAGE = "language";
    static final String AT = "at";
    private static final String DOCUMENT = "document";
    private static final Set<String> QUERY = Set.of(LANGUAGE, AT);

    private ReportRequest() {}

    /**
     * Reads JSON.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static ReportQuestion parse(String text) {
        Members members = StrictJson.object("The question", text);
        Optional<DocumentNumber> number = members.optionalText(DocumentReference.NUMBER, DocumentNumber::parse);
        Optional<MspId> issuer = members.optionalText(DocumentReference.ISSUER, MspId::new);
        Optional<TypeCode> type = members.optionalText(DocumentReference.TYPE, TypeCode::new);
        Optional<DocumentId> byNumber = DocumentReference.parse(number, issuer, type);
        Optional<DocumentId> byId = members.optionalText(DOCUMENT, DocumentId::new);
        if (byNumber.isPresent() && byId.isPresent()) {
            throw Refusal.malformed(
                    "A document is named by its number, issuer and type, or by \"document\"; the question"
                            + " has both. Leave out one.");
        }
        ReportQuestion question = new ReportQuestion(
                new Inquiry(
                        members.optionalText("fingerprint", Fingerprint::new),
                        members.optional("receipt", json -> ReceiptText.parse(CanonicalJson.write(json))),
                        byNumber.or(() -> byId),
                        members.optionalText(AT, ReportRequest::time)),
                byNumber.map(id -> new Named(number.orElseThrow(), issuer.orElseThrow(), type.orElseThrow())),
                members.text(LANGUAGE, Language::parse));
        members.end();
        return question;
    }

    /**
     * Reads a query about one document.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    static ReportQuestion of(DocumentId document, Map<String, String> query) {
        query.keySet().stream()
                .filter(name -> !QUERY.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.malformed("The query has the unknown parameter \"" + Shown.of(name) + "\".");
                });
        return new ReportQuestion(
                new Inquiry(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(document),
                        Optional.ofNullable(query.get(AT)).map(ReportRequest::time)),
                Optional.empty(),
                Optional.ofNullable(query.get(LANGUAGE))
                        .map(Language::parse)
                        .orElseThrow(() -> Refusal.malformed("The query lacks the parameter \"" + LANGUAGE + "\".")));
    }

    private static Instant time(String text) {
        return ValidityText.moment("The time that is asked", text);
    }
}
