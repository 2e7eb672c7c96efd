package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.DOCUMENT_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.QUANTITY_EXCEEDED;
import static uz.muhr.client.web.problem.ProblemCode.UNREADABLE_DOCUMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
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
    private final NewContents contents;
    private final Submissions submissions;

    ReplacementController(NewContents contents, Submissions submissions) {
        this.contents = contents;
        this.submissions = submissions;
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
    @AnswersWithReceipt
    @IssuersChange
    @Problems({DOCUMENT_EXISTS, QUANTITY_EXCEEDED, UNREADABLE_DOCUMENT, LEDGER_UNAVAILABLE})
    @PostMapping(
            path = "/api/documents/{id}/replacement",
            consumes = MULTIPART_FORM_DATA_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> replace(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request) {
        DocumentId document = new DocumentId(id);
        ReplacementForm form = ReplacementForm.of(UploadForm.read(request, ReplacementForm.PARTS));
        return submissions.content(contents.replace(document, form), request);
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
    @AnswersWithReceipt
    @IssuersChange
    @Problems({DOCUMENT_EXISTS, QUANTITY_EXCEEDED, UNREADABLE_DOCUMENT, LEDGER_UNAVAILABLE})
    @PostMapping(
            path = "/api/documents/{id}/reissue",
            consumes = MULTIPART_FORM_DATA_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> reissue(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request) {
        DocumentId document = new DocumentId(id);
        ReplacementForm form = ReplacementForm.of(UploadForm.read(request, ReplacementForm.PARTS));
        return submissions.content(contents.reissue(document, form), request);
    }
}
