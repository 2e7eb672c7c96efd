package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_OFTEN;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.disclosure.DisclosedAnswer;
import uz.muhr.client.disclosure.DisclosureView;
import uz.muhr.client.verification.AnswerView;
import uz.muhr.client.verification.Verification;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.disclosure.Disclosure;
import uz.muhr.protocol.disclosure.DisclosureText;
import uz.muhr.protocol.verdict.Question;

/** Whether fields that somebody was shown are those of a document that stands. */
@RestController
final class DisclosureController {
    private static final int LONGEST = 1 << 22;

    private final Verification verification;

    DisclosureController(Verification verification) {
        this.verification = verification;
    }

    @Operation(
            operationId = "verifyDisclosure",
            summary = "Verify chosen fields of a document",
            description =
                    "Takes what muhr disclose writes and asks the ledger about its document. One that does not hold in itself"
                            + " is refused by the name of the rule; of one that does, the verdict is what counts, as with"
                            + " /api/verifications.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content = {
                                @Content(
                                        mediaType = DisclosureText.MEDIA_TYPE,
                                        schema = @Schema(ref = "#/components/schemas/Disclosure")),
                                @Content(
                                        mediaType = APPLICATION_JSON_VALUE,
                                        schema = @Schema(ref = "#/components/schemas/Disclosure"))
                            }))
    @ApiResponse(
            responseCode = "200",
            description = "The verdict, whatever it is, and the fields that are shown.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/DisclosedAnswer")))
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE, TOO_OFTEN})
    @PostMapping(
            path = "/api/disclosures",
            consumes = {DisclosureText.MEDIA_TYPE, APPLICATION_JSON_VALUE},
            produces = APPLICATION_JSON_VALUE)
    DisclosedAnswer verify(HttpServletRequest request) throws IOException {
        Disclosure disclosure =
                DisclosureText.parse(BoundedText.read("The disclosure", LONGEST, request.getInputStream()));
        Question question = new Question(
                Optional.of(disclosure.commitment()), Optional.of(disclosure.document()), Optional.empty());
        return new DisclosedAnswer(AnswerView.of(verification.verify(question)), DisclosureView.of(disclosure));
    }
}
