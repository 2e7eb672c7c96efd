package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.protocol.record.Operation.REINSTATE;
import static uz.muhr.protocol.record.Operation.RENEW;
import static uz.muhr.protocol.record.Operation.SUSPEND;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.identifier.DocumentId;

/** What an issuer does with its anchored documents; each change names the version it was made for. */
@RestController
final class ChangeController {
    private static final int LONGEST_REVOCATION = 1 << 10;

    private final Submissions submissions;

    ChangeController(Submissions submissions) {
        this.submissions = submissions;
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
    @IssuersChange
    @PostMapping(
            path = "/api/documents/{id}/suspension",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> suspend(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request)
            throws IOException {
        return change(SUSPEND, id, request);
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
    @IssuersChange
    @PostMapping(
            path = "/api/documents/{id}/reinstatement",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> reinstate(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request)
            throws IOException {
        return change(REINSTATE, id, request);
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
    @IssuersChange
    @PostMapping(
            path = "/api/documents/{id}/renewal",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> renew(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request)
            throws IOException {
        return change(RENEW, id, request);
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
    @IssuersChange
    @PostMapping(
            path = "/api/documents/{id}/revocation",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> revoke(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request)
            throws IOException {
        DocumentId document = new DocumentId(id);
        RevocationRequest wish = RevocationRequest.parse(
                BoundedText.read("The revocation", LONGEST_REVOCATION, request.getInputStream()));
        return submissions.change(new Wish.Revoke(document, wish.sequence(), wish.reason()), request);
    }

    private ResponseEntity<Object> change(
            uz.muhr.protocol.record.Operation operation, String id, HttpServletRequest request) throws IOException {
        DocumentId document = new DocumentId(id);
        long expected = ExpectedVersion.read(request, 1).sequence();
        return submissions.change(new Wish.Change(operation, document, expected), request);
    }
}
