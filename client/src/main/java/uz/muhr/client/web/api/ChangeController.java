package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.CLOCK_SKEW;
import static uz.muhr.client.web.problem.ProblemCode.CORRUPT_RECORD;
import static uz.muhr.client.web.problem.ProblemCode.ILLEGAL_TRANSITION;
import static uz.muhr.client.web.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.NOT_AUTHORISED;
import static uz.muhr.client.web.problem.ProblemCode.NOT_ESTABLISHED;
import static uz.muhr.client.web.problem.ProblemCode.NOT_ISSUER;
import static uz.muhr.client.web.problem.ProblemCode.OUTCOME_UNKNOWN;
import static uz.muhr.client.web.problem.ProblemCode.STALE_SEQUENCE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_DOCUMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.submission.DocumentChanges;
import uz.muhr.client.verification.RecordView;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.identifier.DocumentId;

/** What an issuer does with its anchored documents; each change names the version it was made for. */
@RestController
final class ChangeController {
    private static final int LONGEST_REVOCATION = 1 << 10;

    private final DocumentChanges changes;

    ChangeController(DocumentChanges changes) {
        this.changes = changes;
    }

    @Operation(
            operationId = "suspend",
            summary = "Suspend a document",
            description = "Only its issuer may; the verdict is SUSPENDED until it is reinstated.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/Expectation"))))
    @ApiResponse(
            responseCode = "200",
            description = "The record as it now stands.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Record")))
    @Problems({
        MALFORMED_ARGUMENT,
        TOO_LARGE,
        NOT_AUTHORISED,
        NOT_ISSUER,
        UNKNOWN_DOCUMENT,
        ILLEGAL_TRANSITION,
        STALE_SEQUENCE,
        CORRUPT_RECORD,
        CLOCK_SKEW,
        NOT_ESTABLISHED,
        LEDGER_UNAVAILABLE,
        OUTCOME_UNKNOWN
    })
    @PostMapping(
            path = "/api/documents/{id}/suspension",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    RecordView suspend(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/Hash")) String id,
            HttpServletRequest request)
            throws IOException {
        DocumentId document = new DocumentId(id);
        long expected = ExpectedVersion.read(request, 1).sequence();
        return RecordView.of(document, changes.suspend(document, expected));
    }

    @Operation(
            operationId = "reinstate",
            summary = "Reinstate a suspended document",
            description = "Only its issuer may.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/Expectation"))))
    @ApiResponse(
            responseCode = "200",
            description = "The record as it now stands.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Record")))
    @Problems({
        MALFORMED_ARGUMENT,
        TOO_LARGE,
        NOT_AUTHORISED,
        NOT_ISSUER,
        UNKNOWN_DOCUMENT,
        ILLEGAL_TRANSITION,
        STALE_SEQUENCE,
        CORRUPT_RECORD,
        CLOCK_SKEW,
        NOT_ESTABLISHED,
        LEDGER_UNAVAILABLE,
        OUTCOME_UNKNOWN
    })
    @PostMapping(
            path = "/api/documents/{id}/reinstatement",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    RecordView reinstate(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/Hash")) String id,
            HttpServletRequest request)
            throws IOException {
        DocumentId document = new DocumentId(id);
        long expected = ExpectedVersion.read(request, 1).sequence();
        return RecordView.of(document, changes.reinstate(document, expected));
    }

    @Operation(
            operationId = "renew",
            summary = "Renew the policy of a document's record",
            description =
                    "Only its issuer may. Who has to endorse its changes follows the present members; the record stays as it is.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/Expectation"))))
    @ApiResponse(
            responseCode = "200",
            description = "The record as it now stands.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Record")))
    @Problems({
        MALFORMED_ARGUMENT,
        TOO_LARGE,
        NOT_AUTHORISED,
        NOT_ISSUER,
        UNKNOWN_DOCUMENT,
        ILLEGAL_TRANSITION,
        STALE_SEQUENCE,
        CORRUPT_RECORD,
        CLOCK_SKEW,
        NOT_ESTABLISHED,
        LEDGER_UNAVAILABLE,
        OUTCOME_UNKNOWN
    })
    @PostMapping(
            path = "/api/documents/{id}/renewal",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    RecordView renew(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/Hash")) String id,
            HttpServletRequest request)
            throws IOException {
        DocumentId document = new DocumentId(id);
        long expected = ExpectedVersion.read(request, 1).sequence();
        return RecordView.of(document, changes.renew(document, expected));
    }

    @Operation(
            operationId = "revoke",
            summary = "Revoke a document for good",
            description =
                    "Only its issuer may. The request names the version it has seen, so it is never applied twice and never to a record that somebody changed in between.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/Revocation"))))
    @ApiResponse(
            responseCode = "200",
            description = "The record as it now stands.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Record")))
    @Problems({
        MALFORMED_ARGUMENT,
        TOO_LARGE,
        NOT_AUTHORISED,
        NOT_ISSUER,
        UNKNOWN_DOCUMENT,
        ILLEGAL_TRANSITION,
        STALE_SEQUENCE,
        CORRUPT_RECORD,
        CLOCK_SKEW,
        NOT_ESTABLISHED,
        LEDGER_UNAVAILABLE,
        OUTCOME_UNKNOWN
    })
    @PostMapping(
            path = "/api/documents/{id}/revocation",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    RecordView revoke(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/Hash")) String id,
            HttpServletRequest request)
            throws IOException {
        DocumentId document = new DocumentId(id);
        RevocationRequest wish = RevocationRequest.parse(
                BoundedText.read("The revocation", LONGEST_REVOCATION, request.getInputStream()));
        return RecordView.of(document, changes.revoke(document, wish.sequence(), wish.reason()));
    }
}
