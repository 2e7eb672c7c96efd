package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.CORRUPT_RECORD;
import static uz.muhr.client.web.problem.ProblemCode.DOCUMENT_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_DOCUMENT;
import static uz.muhr.client.web.problem.ProblemCode.UNREADABLE_DOCUMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.verification.DocumentHistory;
import uz.muhr.client.verification.RecordView;
import uz.muhr.client.web.problem.Journalled;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;

/** The documents on the ledger: anchoring them, looking at them. */
@RestController
final class DocumentController {
    private static final String ANSWERED_BY = "Muhr-Answered-By";

    private final Ledger ledger;
    private final NewContents contents;
    private final Submissions submissions;

    DocumentController(Ledger ledger, NewContents contents, Submissions submissions) {
        this.ledger = ledger;
        this.contents = contents;
        this.submissions = submissions;
    }

    @Operation(
            operationId = "submit",
            summary = "Anchor a document",
            description =
                    "Anchors a file's commitment in the name of this client's own organisation and answers with the"
                            + " receipt, which has to travel beside the file. The receipt is kept here before anything is sent,"
                            + " so that the same request again, after whatever happened, finds or makes the same record.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/NewDocument"))))
    @ApiResponse(
            responseCode = "201",
            description = "Anchored; the receipt.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where its record is.",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Receipt")))
    @ApiResponse(
            responseCode = "200",
            description = "Anchored by an earlier request; the same receipt.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Receipt")))
    @Journalled
    @Problems({UNREADABLE_DOCUMENT, TOO_LARGE, DOCUMENT_EXISTS})
    @PostMapping(path = "/api/documents", consumes = MULTIPART_FORM_DATA_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> submit(HttpServletRequest request) {
        NewDocument document = NewDocument.of(UploadForm.read(request, NewDocument.PARTS));
        return submissions.content(contents.anchor(document), request);
    }

    @Operation(
            operationId = "show",
            summary = "Show a document's record",
            description = "The current version, as the peer of the organisation in header Muhr-Answered-By holds it.")
    @ApiResponse(
            responseCode = "200",
            description = "The record.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Record")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_DOCUMENT, CORRUPT_RECORD, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/documents/{id}", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<RecordView> show(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id) {
        return current(new DocumentId(id));
    }

    @Operation(
            operationId = "find",
            summary = "Find a document by what people call it",
            description =
                    "The record of a number of an issuer. The number is compared in its canonical form: upper case,"
                            + " without spaces.",
            parameters = {
                @Parameter(
                        name = "number",
                        in = ParameterIn.QUERY,
                        required = true,
                        schema = @Schema(ref = "#/components/schemas/Number")),
                @Parameter(
                        name = "issuer",
                        in = ParameterIn.QUERY,
                        required = true,
                        schema = @Schema(ref = "#/components/schemas/Issuer")),
                @Parameter(
                        name = "type",
                        in = ParameterIn.QUERY,
                        required = true,
                        schema = @Schema(ref = "#/components/schemas/Type"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The record.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Record")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_DOCUMENT, CORRUPT_RECORD, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/documents", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<RecordView> find(HttpServletRequest request) {
        return current(DocumentReference.parse(request.getParameterMap()));
    }

    @Operation(
            operationId = "history",
            summary = "Show all versions of a document's record",
            description =
                    "Newest first, down to the one that was anchored; their chain of hashes has been checked. Each names the blocks"
                            + " that hold its transactions.")
    @ApiResponse(
            responseCode = "200",
            description = "The versions.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(ref = "#/components/schemas/Record"))))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_DOCUMENT, CORRUPT_RECORD, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/documents/{id}/history", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<List<RecordView>> history(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id) {
        Answered<List<RecordView>> answer = DocumentHistory.read(ledger, new DocumentId(id));
        return answered(answer, answer.value());
    }

    private ResponseEntity<RecordView> current(DocumentId document) {
        Answered<DocumentRecord> answer = ledger.read(document);
        return answered(answer, RecordView.of(document, answer.value()));
    }

    static <T> ResponseEntity<T> answered(Answered<?> answer, T view) {
        return ResponseEntity.ok().header(ANSWERED_BY, answer.by().value()).body(view);
    }
}
