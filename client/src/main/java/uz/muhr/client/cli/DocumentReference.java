package uz.muhr.client.cli;

import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.refusal.Refusal;

/** The ways to name a document: the file with its receipt beside it, its receipt, or number, issuer and type. */
final class DocumentReference {
    @Parameters(paramLabel = "FILE", arity = "0..1", description = "the document")
    private @Nullable Path file;

    @Option(names = "--receipt", paramLabel = "R", description = "the receipt, when it does not lie beside FILE")
    private @Nullable Path receipt;

    @Option(names = "--number", paramLabel = "N", description = "the document's number; with --issuer and --type")
    private @Nullable String number;

    @Option(names = "--issuer", paramLabel = "MSP", description = "who issued it, such as ChamberMSP")
    private @Nullable String issuer;

    @Option(names = "--type", paramLabel = "CODE", description = "UNTDID 1001 code")
    private @Nullable String type;

    /** The file in hand, when one was named. */
    Optional<Path> file() {
        return Optional.ofNullable(file);
    }

    /**
     * The receipt that was named, or else the one beside the file.
     *
     * @throws Refusal MALFORMED_ARGUMENT when the one that was named is not there
     */
    Optional<Receipt> receipt() {
        if (receipt != null) {
            Path named = receipt;
            return Optional.of(new ReceiptFile(named)
                    .read()
                    .orElseThrow(() -> Refusal.malformed("There is no receipt at " + named + ".")));
        }
        return file().flatMap(document -> ReceiptFile.beside(document).read());
    }

    /**
     * The record that number, issuer and type name.
     *
     * @throws Refusal MALFORMED_ARGUMENT when only some of the three are given
     */
    Optional<DocumentId> numbered() {
        if (number == null && issuer == null && type == null) {
            return Optional.empty();
        }
        if (number == null || issuer == null || type == null) {
            throw Refusal.malformed("--number, --issuer and --type go together; one of them is missing.");
        }
        return Optional.of(DocumentId.of(
                new MspId(issuer),
                new TypeCode(type),
                DocumentNumber.parse(number).digest()));
    }

    /** What people call a document. */
    record Name(MspId issuer, TypeCode type, DocumentNumber number) {
        DocumentId id() {
            return DocumentId.of(issuer, type, number.digest());
        }
    }

    /**
     * What people call the one document that is meant.
     *
     * @throws Refusal MALFORMED_ARGUMENT when none is, or two different ones are
     */
    Name name() {
        DocumentId meant = documentId();
        return receipt()
                .map(known -> new Name(known.issuer(), known.type(), known.number()))
                .filter(known -> known.id().equals(meant))
                .orElseGet(() -> new Name(
                        new MspId(Objects.requireNonNull(issuer)),
                        new TypeCode(Objects.requireNonNull(type)),
                        DocumentNumber.parse(Objects.requireNonNull(number))));
    }

    /**
     * The one document that is meant.
     *
     * @throws Refusal MALFORMED_ARGUMENT when none is, or two different ones are
     */
    DocumentId documentId() {
        Optional<DocumentId> numbered = numbered();
        Optional<DocumentId> received = numbered.isPresent() && receipt == null
                ? Optional.empty()
                : receipt().map(Receipt::documentId);
        if (numbered.isPresent() && received.isPresent() && !numbered.equals(received)) {
            throw Refusal.malformed("The receipt is of another document than the number, issuer and type given.");
        }
        return received.or(() -> numbered)
                .orElseThrow(
                        () -> Refusal.malformed(
                                "Say which document: a FILE with its receipt beside it, --receipt, or --number, --issuer and --type."));
    }
}
