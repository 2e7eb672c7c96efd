package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PDF_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.report.ReportQuestion;
import uz.muhr.client.report.Reports;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.identifier.DocumentId;

/** What the peers say of a document, as a PDF to keep and to print. */
@RestController
final class ReportController {
    private static final int LONGEST_QUESTION = 1 << 17;
    private static final String WHAT =
            " Every peer that this client's profile names is asked by itself, and the report (PDF) states what was asked, of whom and when, what each answered, the record with its history, transactions and blocks, the issuer's authority then and now, and what such a report is not. Peers that disagree make its verdict UNDETERMINED; that none answered is reported as well.";

    private final Reports reports;

    ReportController(Reports reports) {
        this.reports = reports;
    }

    @Operation(
            operationId = "report",
            summary = "Write an evidence report",
            description =
                    "About a file by its fingerprint, with its receipt, and about a number or a document's id." + WHAT,
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/ReportQuestion"))))
    @ApiResponse(
            responseCode = "200",
            description = "The report, whatever the verdict is.",
            content = @Content(mediaType = APPLICATION_PDF_VALUE, schema = @Schema(ref = "#/components/schemas/Pdf")))
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE})
    @PostMapping(path = "/api/reports", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> report(HttpServletRequest request) throws IOException {
        return pdf(ReportRequest.parse(BoundedText.read("The question", LONGEST_QUESTION, request.getInputStream())));
    }

    @Operation(
            operationId = "reportOfDocument",
            summary = "Write an evidence report about a document on the ledger",
            description = "No file is compared; the verdict on the record itself is stated beside it." + WHAT,
            parameters = {
                @Parameter(
                        name = ReportRequest.LANGUAGE,
                        in = ParameterIn.QUERY,
                        required = true,
                        schema = @Schema(ref = "#/components/schemas/Language")),
                @Parameter(
                        name = ReportRequest.AT,
                        in = ParameterIn.QUERY,
                        description = "The time for which it is asked; the present, when it is left out.",
                        schema = @Schema(ref = "#/components/schemas/DateOrTime"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "The report, whatever the verdict is.",
            content = @Content(mediaType = APPLICATION_PDF_VALUE, schema = @Schema(ref = "#/components/schemas/Pdf")))
    @Problems(MALFORMED_ARGUMENT)
    @GetMapping(path = "/api/documents/{id}/report", produces = APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> reportOf(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/DocumentId")) String id,
            HttpServletRequest request) {
        return pdf(ReportRequest.of(new DocumentId(id), QueryWords.of(request.getParameterMap())));
    }

    private ResponseEntity<byte[]> pdf(ReportQuestion question) {
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"muhr-report.pdf\"")
                .body(reports.write(question));
    }
}
