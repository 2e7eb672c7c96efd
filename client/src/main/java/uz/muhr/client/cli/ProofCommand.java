package uz.muhr.client.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.commitment.ReceiptFile;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.proof.Collected;
import uz.muhr.client.proof.ProofFile;
import uz.muhr.client.witness.CoverView;
import uz.muhr.client.witness.Headers;
import uz.muhr.client.witness.StampAuthority;
import uz.muhr.client.witness.StampView;
import uz.muhr.client.witness.Stamps;
import uz.muhr.proof.bundle.CheckpointFile;
import uz.muhr.proof.bundle.NetworkTrust;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.refusal.Refusal;

/** {@code muhr proof}: makes a bundle that others verify without a network. */
@Command(
        name = "proof",
        description = "Makes a file that proves, without a network, what the organisations say of documents now.",
        footer = {"", "It is verified before it is written; whoever gets it verifies it with muhr verify --offline."})
final class ProofCommand implements Callable<Integer> {
    /** Enough for a hundred thousand documents. */
    private static final Duration LONGEST = Duration.ofHours(3);

    private static final Duration STAMPED_WITHIN = Duration.ofSeconds(10);

    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final Speech speech = new Speech();

    @Parameters(paramLabel = "FILE", arity = "0..*", description = "documents, or folders of them, receipts beside")
    private List<Path> files = new ArrayList<>();

    @Option(names = "--id", paramLabel = "ID", description = "a document by its id, 64 digits; several are taken")
    private List<String> ids = new ArrayList<>();

    @ArgGroup(exclusive = false)
    private @Nullable Numbered numbered;

    @Option(
            names = "--trust",
            paramLabel = "T",
            description = "ask the organisations of this trust file (otherwise the ledger's members)")
    private @Nullable Path trust;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "P",
            description = "where to write the bundle")
    private @Nullable Path output;

    @Option(
            names = "--timestamp",
            paramLabel = "URL",
            description = "have the bundle's blocks stamped by this time-stamping authority (RFC 3161); --trust has to"
                    + " pin its root")
    private @Nullable String timestamp;

    @Option(
            names = "--checkpoint",
            paramLabel = "F",
            description = "carry the headers from the first block to this checkpoint, 32 bytes a block, at most 10,000")
    private @Nullable Path checkpoint;

    /** A document by what stands on it. */
    static final class Numbered {
        @Option(names = "--number", required = true, paramLabel = "N", description = "the document's number")
        private String number = "";

        @Option(names = "--issuer", required = true, paramLabel = "MSP", description = "who issued it")
        private String issuer = "";

        @Option(names = "--type", required = true, paramLabel = "CODE", description = "UNTDID 1001 code")
        private String type = "";

        DocumentId id() {
            return DocumentId.of(
                    new MspId(issuer),
                    new TypeCode(type),
                    DocumentNumber.parse(number).digest());
        }
    }

    /**
     * What was written.
     *
     * @param verdicts what it proves of each document
     * @param timestamps absent when it has none
     * @param checkpoint absent when it carries no headers
     */
    record View(
            String file,
            int bytes,
            List<DocumentView> verdicts,
            @Nullable StampView timestamps,
            @Nullable CoverView checkpoint) {}

    /** What is proved of one document. */
    record DocumentView(String document, String verdict, String answeredAt) {}

    @Override
    public Integer call() {
        Path file = Objects.requireNonNull(output);
        List<DocumentId> documents = documents();
        Optional<NetworkTrust> trusted = Optional.ofNullable(trust).map(path -> new ProofFile(path).trust());
        Optional<Stamping> stamping = Optional.ofNullable(timestamp).map(url -> Stamping.of(url, trusted));
        try (Ledger ledger = participant.ledger()) {
            NetworkTrust believed = trusted.orElseGet(() -> ledger.proofs().trust());
            Collected collected = Collected.from(ledger, documents, believed, LONGEST);
            Optional<Stamps.Stamped> stamped = stamping.map(each -> each.stamps.stamp(collected, each.authority));
            ProofBundle bundle = stamped.map(Stamps.Stamped::bundle).orElse(collected.bundle());
            Optional<Headers.Carried> carried = Optional.ofNullable(checkpoint)
                    .map(path -> headers(path, believed).carriedBy(collected, bundle, ledger.checkpoints()));
            byte[] bytes = carried.map(Headers.Carried::bundle).orElse(bundle).write();
            new ProofFile(file).write(bytes);
            View view = new View(
                    file.toString(),
                    bytes.length,
                    verdicts(collected),
                    stamped.map(Stamps.Stamped::view).orElse(null),
                    carried.map(Headers.Carried::view).orElse(null));
            speech.say(view, lines(view));
            return Exit.VALID;
        }
    }

    /** Who is asked for a stamp, and whose count. */
    private record Stamping(StampAuthority authority, Stamps stamps) {
        static Stamping of(String url, Optional<NetworkTrust> trust) {
            return new Stamping(new StampAuthority(url, STAMPED_WITHIN, new SecureRandom()), Stamps.required(trust));
        }
    }

    private List<DocumentId> documents() {
        List<DocumentId> documents = Stream.of(
                        DocumentFiles.of(files).stream().map(ProofCommand::received),
                        ids.stream().map(DocumentId::new),
                        Stream.ofNullable(numbered).map(Numbered::id))
                .flatMap(each -> each)
                .distinct()
                .toList();
        if (documents.isEmpty()) {
            throw Refusal.malformed(
                    "Say which documents: FILEs with their receipts beside them, --id, or --number, --issuer and --type.");
        }
        return documents;
    }

    private static DocumentId received(Path document) {
        return ReceiptFile.beside(document)
                .read()
                .map(Receipt::documentId)
                .orElseThrow(() -> Refusal.malformed("There is no receipt beside " + document
                        + "; name the document by --id, or by --number, --issuer and --type."));
    }

    private static Headers headers(Path checkpoint, NetworkTrust trust) {
        return new Headers(new ProofFile(checkpoint).read(CheckpointFile.MAX_BYTES), trust);
    }

    private static List<DocumentView> verdicts(Collected collected) {
        return collected.proven().stream()
                .map(proven -> new DocumentView(
                        proven.answer().named().orElseThrow().document().hex(),
                        proven.verdict().name(),
                        proven.answer().answeredAt().toString()))
                .toList();
    }

    private static List<String> lines(View view) {
        List<String> lines = new ArrayList<>();
        lines.add("WRITTEN  " + view.file() + ", " + view.bytes() + " bytes");
        view.verdicts()
                .forEach(each -> lines.add(
                        "  document " + each.document() + "  " + each.verdict() + " at " + each.answeredAt()));
        if (view.timestamps() != null) {
            lines.addAll(StampLines.of(view.timestamps()));
        }
        if (view.checkpoint() != null) {
            lines.addAll(CoverLines.of(view.checkpoint()));
        }
        return lines;
    }
}
