package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_OFTEN;
import static uz.muhr.client.web.problem.ProblemCode.UNREADABLE_DOCUMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.tally.Kind;
import uz.muhr.client.tally.Tallies;
import uz.muhr.client.verification.Answer;
import uz.muhr.client.verification.AnswerView;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.client.verification.Verification;
import uz.muhr.client.web.problem.Problems;

/** Whether a document is genuine and stands. */
@RestController
final class VerificationController {
    private static final int LONGEST_QUESTION = 1 << 17;

    private final Verification verification;
    private final Tallies tallies;

    VerificationController(Verification verification, Tallies tallies) {
        this.verification = verification;
        this.tallies = tallies;
    }

    @Operation(
            operationId = "verify",
            summary = "Verify a document",
            description =
                    "Asks the ledger about a file, a number, or both, and answers with one verdict and its reasons."
                            + " A verdict is an answer and never an HTTP error, so the status is 200 whatever the verdict is,"
                            + " UNDETERMINED included: then the ledger could not be asked (reason LEDGER_UNREACHABLE) or the"
                            + " question cannot be decided. A program that looks at the status alone learns nothing, and one"
                            + " that looks for the verdict VALID can mistake nothing else for it. With JSON the file stays where"
                            + " it is and only its fingerprint travels.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = APPLICATION_JSON_VALUE,
                                        schema = @Schema(ref = "#/components/schemas/Question")),
                                @Content(
                                        mediaType = MULTIPART_FORM_DATA_VALUE,
                                        schema = @Schema(ref = "#/components/schemas/QuestionForm"))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "The verdict, whatever it is.",
            content =
                    @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Answer")))
    @Problems({MALFORMED_ARGUMENT, UNREADABLE_DOCUMENT, TOO_LARGE, TOO_OFTEN})
    @PostMapping(
            path = "/api/verifications",
            consumes = {APPLICATION_JSON_VALUE, MULTIPART_FORM_DATA_VALUE},
            produces = APPLICATION_JSON_VALUE)
    AnswerView verify(HttpServletRequest request) throws IOException {
        Answer answer = verification.verify(inquiry(request));
        tallies.count(Kind.VERDICT, answer.assessment().verdict().name());
        return AnswerView.of(answer);
    }

    private static Inquiry inquiry(HttpServletRequest request) throws IOException {
        return request.getContentType().startsWith("multipart/")
                ? VerificationRequest.of(UploadForm.read(request, VerificationRequest.PARTS))
                : VerificationRequest.parse(
                        BoundedText.read("The question", LONGEST_QUESTION, request.getInputStream()));
    }
}
