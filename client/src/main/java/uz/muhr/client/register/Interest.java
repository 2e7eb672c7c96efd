package uz.muhr.client.register;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import uz.muhr.protocol.consignment.ConsignmentId;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Which events somebody wants to be told of: those for which all that is given holds.
 *
 * @param status the one that the event left the document in
 * @param consignment whose container seals are meant, and no documents
 */
public record Interest(
        Optional<MspId> issuer,
        Optional<TypeCode> type,
        Optional<DocumentId> document,
        Optional<DocumentStatus> status,
        Optional<ConsignmentId> consignment) {
    public static final String ISSUER = SearchText.ISSUER;
    public static final String TYPE = SearchText.TYPE;
    public static final String DOCUMENT = "document";
    public static final String STATUS = SearchText.STATUS;
    public static final String CONSIGNMENT = "consignment";

    /** All names by which it is given. */
    public static final Set<String> WORDS = Set.of(ISSUER, TYPE, DOCUMENT, STATUS, CONSIGNMENT);

    /**
     * Reads it from words.
     *
     * @throws Refusal MALFORMED_ARGUMENT when a word has an unknown name or is not in its form
     */
    public static Interest of(Map<String, String> words) {
        words.keySet().stream()
                .filter(name -> !WORDS.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Refusal.malformed("Events are not chosen by \"" + Shown.of(name) + "\".");
                });
        return new Interest(
                word(words, ISSUER, MspId::new),
                word(words, TYPE, TypeCode::new),
                word(words, DOCUMENT, DocumentId::new),
                word(words, STATUS, DocumentStatus::parse),
                word(words, CONSIGNMENT, ConsignmentId::new));
    }

    /**
     * Refuses what nothing could be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public Interest {
        if (consignment.isPresent()
                && (issuer.isPresent() || type.isPresent() || document.isPresent() || status.isPresent())) {
            throw Refusal.malformed("Events are of documents or of a consignment's container seals: \"" + CONSIGNMENT
                    + "\" goes with no other word.");
        }
    }

    /** Whether documents are of interest. */
    boolean documents() {
        return consignment.isEmpty();
    }

    /** Whether container seals are: all of them when nothing is said, or those of one consignment. */
    boolean seals() {
        return documentWords().isEmpty();
    }

    /** The words that it is read from. */
    public Map<String, String> words() {
        Map<String, String> words = documentWords();
        consignment.ifPresent(value -> words.put(CONSIGNMENT, value.hex()));
        return words;
    }

    Map<String, String> documentWords() {
        Map<String, String> words = new TreeMap<>();
        issuer.ifPresent(value -> words.put(ISSUER, value.value()));
        type.ifPresent(value -> words.put(TYPE, value.value()));
        document.ifPresent(value -> words.put(DOCUMENT, value.hex()));
        status.ifPresent(value -> words.put(STATUS, value.name()));
        return words;
    }

    private static <T> Optional<T> word(Map<String, String> words, String name, Function<String, T> parser) {
        return Optional.ofNullable(words.get(name)).map(parser);
    }
}
