package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.CORRUPT_RECORD;
import static uz.muhr.client.web.problem.ProblemCode.DRAW_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.ILLEGAL_TRANSITION;
import static uz.muhr.client.web.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.QUANTITY_EXCEEDED;
import static uz.muhr.client.web.problem.ProblemCode.STALE_SEQUENCE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_DOCUMENT;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_DRAW;
import static uz.muhr.protocol.record.Operation.HOLD;
import static uz.muhr.protocol.record.Operation.RELEASE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.CustomsLedger;
import uz.muhr.client.fabric.CustomsLedger.Draws;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.verification.CustomsView;
import uz.muhr.client.web.problem.Journalled;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.customs.DrawId;
import uz.muhr.protocol.identifier.DocumentId;

/** What customs does with others' documents: write-offs and holds. */
@RestController
final class CustomsController {
    private static final int LONGEST_WRITE_OFF = 1 << 10;

    private final CustomsLedger ledger;
    private final Submissions submissions;

    CustomsController(Ledger ledger, Submissions submissions) {
        this.ledger = ledger.customs();
        this.submissions = submissions;
    }

    @Operation(
            operationId = "customs",
            summary = "Show what customs did with a document",
            description = "All write-offs, newest first, and every time it was held.")
    @ApiResponse(
            responseCode = "200",
            description = "What customs did.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Customs")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_DOCUMENT, CORRUPT_RECORD, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/documents/{id}/customs", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<CustomsView> customs(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id) {
        DocumentId document = new DocumentId(id);
        Answered<Draws> draws = ledger.draws(document);
        CustomsView view = CustomsView.of(draws.value(), ledger.holds(document).value());
        return DocumentController.answered(draws, view);
    }

    @Operation(
            operationId = "writeOff",
            summary = "Write a quantity off a document",
            description =
                    "Only an officer of customs may. One line of one declaration writes off a document once, and never more than is left.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/NewWriteOff"))))
    @ApiResponse(
            responseCode = "200",
            description = "The write-off.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/WriteOff")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_DOCUMENT, ILLEGAL_TRANSITION, DRAW_EXISTS, QUANTITY_EXCEEDED, STALE_SEQUENCE})
    @PostMapping(
            path = "/api/documents/{id}/write-offs",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> writeOff(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request)
            throws IOException {
        DocumentId document = new DocumentId(id);
        String text = BoundedText.read("The write-off", LONGEST_WRITE_OFF, request.getInputStream());
        return submissions.change(new Wish.WriteOff(WriteOffRequest.parse(document, text)), request);
    }

    @Operation(
            operationId = "reverseWriteOff",
            summary = "Take a write-off back",
            description =
                    "Only an officer of the organisation that wrote it off may, once; its line writes off no more. The request has no content.")
    @ApiResponse(
            responseCode = "200",
            description = "The write-off, reversed.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/WriteOff")))
    @Journalled
    @Problems({UNKNOWN_DOCUMENT, UNKNOWN_DRAW, ILLEGAL_TRANSITION, STALE_SEQUENCE})
    @PostMapping(path = "/api/documents/{id}/write-offs/{draw}/reversal", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> reverse(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DrawId")) String draw,
            HttpServletRequest request) {
        return submissions.change(new Wish.Reversal(new DocumentId(id), new DrawId(draw)), request);
    }

    @Operation(
            operationId = "hold",
            summary = "Hold a document",
            description =
                    "Only an officer of customs may. The verdict is SUSPENDED, whatever its issuer does, until the same organisation releases it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/HoldsExpectation"))))
    @ApiResponse(
            responseCode = "200",
            description = "Every time it was held.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Holds")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_DOCUMENT, ILLEGAL_TRANSITION, STALE_SEQUENCE})
    @PostMapping(
            path = "/api/documents/{id}/hold",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> hold(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request)
            throws IOException {
        return holds(HOLD, id, request);
    }

    @Operation(
            operationId = "release",
            summary = "Release a held document",
            description = "Only an officer of the organisation that holds it may.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/HoldsExpectation"))))
    @ApiResponse(
            responseCode = "200",
            description = "Every time it was held.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Holds")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_DOCUMENT, ILLEGAL_TRANSITION, STALE_SEQUENCE})
    @PostMapping(
            path = "/api/documents/{id}/release",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> release(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request)
            throws IOException {
        return holds(RELEASE, id, request);
    }

    private ResponseEntity<Object> holds(
            uz.muhr.protocol.record.Operation operation, String id, HttpServletRequest request) throws IOException {
        DocumentId document = new DocumentId(id);
        long expected = ExpectedVersion.read(request, 0).sequence();
        return submissions.change(new Wish.Change(operation, document, expected), request);
    }
}
