package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.CORRUPT_RECORD;
import static uz.muhr.client.web.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_MANY_PROOFS;
import static uz.muhr.client.web.problem.ProblemCode.TOO_OFTEN;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_DOCUMENT;
import static uz.muhr.client.web.problem.ProblemCode.UNREADABLE_DOCUMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.proof.Proofs;
import uz.muhr.client.web.limit.ProofTurns;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.client.witness.ProofAnswer;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.protocol.identifier.DocumentId;

/** Proofs that need no server: made here, and checked here for whoever has no command line at hand. */
@RestController
final class ProofController {
    private static final int LONGEST_WISH = 1 << 14;
    private static final String WHAT =
            " The peers of several organisations are asked, and nothing is handed out that does not hold before the trust"
                    + " file of this client. Whoever gets it verifies it with muhr verify --offline.";

    private final Proofs proofs;
    private final ProofTurns turns;

    ProofController(Proofs proofs, ProofTurns turns) {
        this.proofs = proofs;
        this.turns = turns;
    }

    @Operation(
            operationId = "prove",
            summary = "Make a proof of a document that needs no server",
            description =
                    "A bundle which shows, without a network, that the issuer anchored the document, when, and what the"
                            + " organisations say of it now; of later times it says nothing." + WHAT)
    @ApiResponse(
            responseCode = "200",
            description = "The bundle, to be kept as it is: every byte of it counts.",
            content =
                    @Content(
                            mediaType = ProofBundle.MEDIA_TYPE,
                            schema = @Schema(ref = "#/components/schemas/ProofBundle")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_DOCUMENT, CORRUPT_RECORD, TOO_MANY_PROOFS, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/documents/{id}/proof", produces = ProofBundle.MEDIA_TYPE)
    ResponseEntity<byte[]> prove(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id) {
        return collected(List.of(new DocumentId(id)));
    }

    @Operation(
            operationId = "proveSeveral",
            summary = "Make one proof of several documents",
            description =
                    "One bundle, in which the documents share the blocks that they have in common: much smaller than a"
                            + " bundle each, but whoever gets it learns what it says of every one." + WHAT,
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/ProofWish"))))
    @ApiResponse(
            responseCode = "200",
            description = "The bundle, to be kept as it is: every byte of it counts.",
            content =
                    @Content(
                            mediaType = ProofBundle.MEDIA_TYPE,
                            schema = @Schema(ref = "#/components/schemas/ProofBundle")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_DOCUMENT, CORRUPT_RECORD, TOO_LARGE, TOO_MANY_PROOFS, LEDGER_UNAVAILABLE})
    @PostMapping(path = "/api/proofs", consumes = APPLICATION_JSON_VALUE, produces = ProofBundle.MEDIA_TYPE)
    ResponseEntity<byte[]> proveSeveral(HttpServletRequest request) throws IOException {
        return collected(ProofWish.parse(BoundedText.read("The wish", LONGEST_WISH, request.getInputStream())));
    }

    @Operation(
            operationId = "trust",
            summary = "Take the trust file that proofs are verified with",
            description =
                    "On whose word this client checks proofs: the channel's pinned configuration, and the organisations. It"
                            + " must not travel with the proofs that it is for: who made those up could make this up as well. Whoever is"
                            + " to trust it compares its pin with another participant's by another way, such as aloud by telephone.")
    @ApiResponse(
            responseCode = "200",
            description = "The trust file.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/TrustFile")))
    @Problems(LEDGER_UNAVAILABLE)
    @GetMapping(path = "/api/trust", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> trust() {
        return attached("network-trust.json", proofs.trust().write());
    }

    @Operation(
            operationId = "verifyProof",
            summary = "Check a proof against a file",
            description =
                    "Checks a bundle before this client's own trust file, without asking the ledger, and answers with the"
                            + " verdict, every check that was made and who vouched for it, as the command line does. Whoever asks takes"
                            + " this client's word for it; muhr verify --offline needs no server. A verdict is an answer and never an HTTP"
                            + " error: of a bundle that is damaged or of another document it is UNDETERMINED, with the check that does not"
                            + " hold. Time stamps that the bundle carries are looked at where the trust file pins an authority;"
                            + " one that does not hold makes the verdict UNDETERMINED. Checkpoints, and bundles of more than 4 MiB,"
                            + " are for the command line.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/ProofForm"))))
    @ApiResponse(
            responseCode = "200",
            description = "What it proves, if anything.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/ProofAnswer")))
    @Problems({MALFORMED_ARGUMENT, UNREADABLE_DOCUMENT, TOO_LARGE, TOO_OFTEN, TOO_MANY_PROOFS, LEDGER_UNAVAILABLE})
    @PostMapping(
            path = "/api/proofs/verification",
            consumes = MULTIPART_FORM_DATA_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ProofAnswer verify(HttpServletRequest request) {
        return turns.hold(() -> {
            ProofQuestion asked = ProofQuestion.of(UploadForm.read(request, ProofQuestion.PARTS));
            return turns.check(() ->
                    ProofAnswer.of(proofs.verify(asked.bundle(), asked.inquiry().question()), asked.bundle()));
        });
    }

    private ResponseEntity<byte[]> collected(List<DocumentId> documents) {
        return turns.collect(() -> attached("document.muhr-proof.json", proofs.collect(documents)));
    }

    private static ResponseEntity<byte[]> attached(String name, byte[] content) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + name + "\"")
                .body(content);
    }
}
