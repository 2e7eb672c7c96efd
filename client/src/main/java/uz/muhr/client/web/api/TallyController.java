package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.REGISTER_UNAVAILABLE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.tally.Tallies;
import uz.muhr.client.tally.TallyQuestion;
import uz.muhr.client.tally.TallyView;
import uz.muhr.client.web.problem.Problems;

/** What this client did, in numbers. */
@RestController
final class TallyController {
    private final Tallies tallies;

    TallyController(Tallies tallies) {
        this.tallies = tallies;
    }

    @Filters.OfTallies
    @Operation(
            operationId = "tallies",
            summary = "Count verdicts and refusals",
            description =
                    "How often this client gave which verdict over POST /api/verifications, and the ledger refused which of the writes it had accepted, by day (UTC) and code. Who asked, and about what, is kept nowhere. Without a beginning 31 days, at most 366. What was counted in the last seconds before this client was killed is missing.")
    @ApiResponse(
            responseCode = "200",
            description = "The counts; codes and days without any are left out.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Tallies")))
    @Problems({MALFORMED_ARGUMENT, REGISTER_UNAVAILABLE})
    @GetMapping(path = "/api/tallies", produces = APPLICATION_JSON_VALUE)
    TallyView tallies(HttpServletRequest request) {
        return tallies.counted(
                TallyQuestion.of(QueryWords.of(request.getParameterMap()), LocalDate.now(ZoneOffset.UTC)));
    }
}
