package uz.muhr.client.document;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * Reads what a document says of itself: a PDF's text and metadata, and the XML and JSON that trade documents are written
 * in. Nothing that a file names is fetched or unpacked.
 */
public final class DocumentReader {
    /** Longer files are anchored all the same; only nothing is read in them, and they are not stamped. */
    public static final int MOST_BYTES = 16 << 20;

    private DocumentReader() {}

    /** What a file says; when it cannot be read, a sentence that tells why. Nothing is thrown for what a file may hold. */
    public static Suggestion read(byte[] file) {
        FileKind kind = FileKind.of(file);
        try {
            return switch (kind) {
                case PDF -> PdfReader.read(file);
                case XML -> structured(kind, XmlLeaves.read(file), List.of(SpsCertificate::read, WcoDeclaration::read));
                case JSON ->
                    structured(kind, JsonLeaves.read(file), List.of(OpenAttestation::read, DcsaDocument::read));
                case ZIP, OTHER -> nothing(kind);
            };
        } catch (UnreadableDocument e) {
            return Suggestion.unread(kind, stamping(kind), String.valueOf(e.getMessage()));
        }
    }

    private static Suggestion structured(
            FileKind kind, Leaves leaves, List<BiFunction<Leaves, Gathered, Optional<String>>> standards) {
        Gathered gathered = new Gathered();
        Optional<String> standard = standards.stream()
                .flatMap(each -> each.apply(leaves, gathered).stream())
                .findFirst();
        return new Suggestion(kind, standard, gathered.facts(), Suggestion.Stamping.NOT_A_PDF, Optional.empty());
    }

    private static Suggestion nothing(FileKind kind) {
        return new Suggestion(
                kind, Optional.empty(), new Gathered().facts(), Suggestion.Stamping.NOT_A_PDF, Optional.empty());
    }

    private static Suggestion.Stamping stamping(FileKind kind) {
        return kind == FileKind.PDF ? Suggestion.Stamping.UNREADABLE : Suggestion.Stamping.NOT_A_PDF;
    }
}
