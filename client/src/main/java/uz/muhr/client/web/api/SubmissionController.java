package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.JOURNAL_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_SUBMISSION;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.journal.SubmissionId;
import uz.muhr.client.signing.Signers;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.client.web.problem.RefusedRequest;

/** What became of the writes that were accepted. */
@RestController
final class SubmissionController {
    private final Signers signers;

    SubmissionController(Signers signers) {
        this.signers = signers;
    }

    @Operation(
            operationId = "submission",
            summary = "Show what became of an accepted write",
            description =
                    "RECEIVED until it is settled; then ANCHORED with its receipt, or DONE, or REFUSED, for good.")
    @ApiResponse(
            responseCode = "200",
            description = "How far it came.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Submission")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_SUBMISSION, JOURNAL_UNAVAILABLE})
    @GetMapping(path = "/api/submissions/{id}", produces = APPLICATION_JSON_VALUE)
    SubmissionView submission(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/SubmissionId")) String id) {
        return signers.find(new SubmissionId(id))
                .map(SubmissionView::of)
                .orElseThrow(() -> new RefusedRequest(
                        ProblemCode.UNKNOWN_SUBMISSION,
                        "This client has accepted no submission of this id, or has forgotten it since its end."));
    }
}
