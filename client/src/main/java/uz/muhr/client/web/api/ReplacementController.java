package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.CLOCK_SKEW;
import static uz.muhr.client.web.problem.ProblemCode.CORRUPT_RECORD;
import static uz.muhr.client.web.problem.ProblemCode.DOCUMENT_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.ILLEGAL_TRANSITION;
import static uz.muhr.client.web.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.NOT_AUTHORISED;
import static uz.muhr.client.web.problem.ProblemCode.NOT_ESTABLISHED;
import static uz.muhr.client.web.problem.ProblemCode.NOT_ISSUER;
import static uz.muhr.client.web.problem.ProblemCode.OUTCOME_UNKNOWN;
import static uz.muhr.client.web.problem.ProblemCode.QUANTITY_EXCEEDED;
import static uz.muhr.client.web.problem.ProblemCode.STALE_SEQUENCE;
import static uz.muhr.client.web.problem.ProblemCode.SUBMISSION_UNDER_WAY;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_DOCUMENT;
import static uz.muhr.client.web.problem.ProblemCode.UNREADABLE_DOCUMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.identifier.DocumentId;

/** Puts another file in an anchored document's place, under a new number or the same. */
@RestController
final class ReplacementController {
    private final Registration registration;

    ReplacementController(Registration registration) {
        this.registration = registration;
    }

    @Operation(
            operationId = "replace",
            summary = "Put a new document in the place of one",
            description =
                    "Only the issuer may. The new number inherits what is left of the quantity; each names the other. The receipt has to travel beside the new file, and the same request again finds or makes the same record.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/ReplacementForm"))))
    @ApiResponse(
            responseCode = "201",
            description = "Anchored; the receipt of the new file.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Receipt")))
    @ApiResponse(
            responseCode = "200",
            description = "Done by an earlier request; the same receipt.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Receipt")))
    @Problems({
        MALFORMED_ARGUMENT,
        TOO_LARGE,
        NOT_AUTHORISED,
        NOT_ISSUER,
        UNKNOWN_DOCUMENT,
        ILLEGAL_TRANSITION,
        DOCUMENT_EXISTS,
        QUANTITY_EXCEEDED,
        UNREADABLE_DOCUMENT,
        SUBMISSION_UNDER_WAY,
        STALE_SEQUENCE,
        CORRUPT_RECORD,
        CLOCK_SKEW,
        NOT_ESTABLISHED,
        LEDGER_UNAVAILABLE,
        OUTCOME_UNKNOWN
    })
    @PostMapping(
            path = "/api/documents/{id}/replacement",
            consumes = MULTIPART_FORM_DATA_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<String> replace(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/Hash")) String id,
            HttpServletRequest request) {
        DocumentId document = new DocumentId(id);
        ReplacementForm form = ReplacementForm.of(UploadForm.read(request, ReplacementForm.PARTS));
        return DocumentController.receipt(registration.replace(document, form));
    }

    @Operation(
            operationId = "reissue",
            summary = "Put another file under the same number",
            description =
                    "Only the issuer may (UNTDID 1225 code 18). The former file reads SUPERSEDED from then on. The receipt has to travel beside the new file, and the same request again finds or makes the same record.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/ReplacementForm"))))
    @ApiResponse(
            responseCode = "201",
            description = "Anchored; the receipt of the new file.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Receipt")))
    @ApiResponse(
            responseCode = "200",
            description = "Done by an earlier request; the same receipt.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Receipt")))
    @Problems({
        MALFORMED_ARGUMENT,
        TOO_LARGE,
        NOT_AUTHORISED,
        NOT_ISSUER,
        UNKNOWN_DOCUMENT,
        ILLEGAL_TRANSITION,
        DOCUMENT_EXISTS,
        QUANTITY_EXCEEDED,
        UNREADABLE_DOCUMENT,
        SUBMISSION_UNDER_WAY,
        STALE_SEQUENCE,
        CORRUPT_RECORD,
        CLOCK_SKEW,
        NOT_ESTABLISHED,
        LEDGER_UNAVAILABLE,
        OUTCOME_UNKNOWN
    })
    @PostMapping(
            path = "/api/documents/{id}/reissue",
            consumes = MULTIPART_FORM_DATA_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<String> reissue(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/Hash")) String id,
            HttpServletRequest request) {
        DocumentId document = new DocumentId(id);
        ReplacementForm form = ReplacementForm.of(UploadForm.read(request, ReplacementForm.PARTS));
        return DocumentController.receipt(registration.reissue(document, form));
    }
}
