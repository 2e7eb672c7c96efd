package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.REGISTER_UNAVAILABLE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.register.FoundSeals;
import uz.muhr.client.register.LiveRegister;
import uz.muhr.client.register.RegisterView;
import uz.muhr.client.register.SealSearch;
import uz.muhr.client.register.SearchText;
import uz.muhr.client.web.problem.Problems;

/** The register: finding and counting documents. It answers as of a block and gives no verdict. */
@RestController
final class RegisterController {
    private final LiveRegister live;

    RegisterController(LiveRegister live) {
        this.live = live;
    }

    @Filters.OfDocuments
    @Operation(
            operationId = "search",
            summary = "Find documents",
            description = "Finds the documents for which all that is given holds, newest first, in a copy made from the"
                    + " ledger's blocks. The answer says as of which block it holds and how far that is behind the peer."
                    + " It is no verdict: whether a document stands, POST /api/verifications asks the ledger.",
            parameters = {
                @Parameter(
                        name = SearchText.LIMIT,
                        in = ParameterIn.QUERY,
                        description = "The most documents of the page.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50")),
                @Parameter(
                        name = SearchText.AFTER,
                        in = ParameterIn.QUERY,
                        description = "What the page before named as \"next\".",
                        schema = @Schema(ref = "#/components/schemas/Position"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "A page of documents; an empty one when there is none.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/RegisterPage")))
    @Problems({MALFORMED_ARGUMENT, REGISTER_UNAVAILABLE})
    @GetMapping(path = "/api/register/documents", produces = APPLICATION_JSON_VALUE)
    RegisterView.Page search(HttpServletRequest request) {
        return RegisterView.Page.of(
                live.register().search(SearchText.search(QueryWords.of(request.getParameterMap()))),
                live.state(),
                Instant.now());
    }

    @Operation(
            operationId = "searchSeals",
            summary = "Find container seals",
            description =
                    "Finds the container seals for which all that is given holds, newest first, by their references:"
                            + " what they are called only the consignment's receipt tells. The verdict is on the seal alone.",
            parameters = {
                @Parameter(
                        name = SealSearch.CONSIGNMENT,
                        in = ParameterIn.QUERY,
                        description = "The consignment's id.",
                        schema = @Schema(ref = "#/components/schemas/Hash")),
                @Parameter(
                        name = SealSearch.STATE,
                        in = ParameterIn.QUERY,
                        schema = @Schema(ref = "#/components/schemas/SealState")),
                @Parameter(
                        name = SealSearch.HOLDER,
                        in = ParameterIn.QUERY,
                        description = "Who has custody, or had it last.",
                        schema = @Schema(ref = "#/components/schemas/Issuer")),
                @Parameter(
                        name = SealSearch.VERDICT,
                        in = ParameterIn.QUERY,
                        schema = @Schema(ref = "#/components/schemas/SealVerdict")),
                @Parameter(
                        name = SearchText.LIMIT,
                        in = ParameterIn.QUERY,
                        description = "The most seals of the page.",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "500", defaultValue = "50")),
                @Parameter(
                        name = SearchText.AFTER,
                        in = ParameterIn.QUERY,
                        description = "What the page before named as \"next\".",
                        schema = @Schema(ref = "#/components/schemas/Position"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "A page of container seals; an empty one when there is none.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/RegisterSeals")))
    @Problems({MALFORMED_ARGUMENT, REGISTER_UNAVAILABLE})
    @GetMapping(path = "/api/register/seals", produces = APPLICATION_JSON_VALUE)
    FoundSeals.Page seals(HttpServletRequest request) {
        return FoundSeals.Page.of(
                live.register().seals(SealSearch.of(QueryWords.of(request.getParameterMap()))),
                live.state(),
                Instant.now());
    }

    @Filters.OfCounts
    @Operation(
            operationId = "counts",
            summary = "Count anchored documents by day and issuer",
            description = "Days are in UTC, by the time that the transactions claim; without a beginning, 31 days.")
    @ApiResponse(
            responseCode = "200",
            description = "The counts; days and issuers without documents are left out.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/RegisterCounts")))
    @Problems({MALFORMED_ARGUMENT, REGISTER_UNAVAILABLE})
    @GetMapping(path = "/api/register/counts", produces = APPLICATION_JSON_VALUE)
    RegisterView.Counts counts(HttpServletRequest request) {
        SearchText.CountsQuestion question =
                SearchText.counts(QueryWords.of(request.getParameterMap()), LocalDate.now(ZoneOffset.UTC));
        return RegisterView.Counts.of(live.register().counts(question), live.state(), Instant.now());
    }

    @Operation(
            operationId = "registerStatus",
            summary = "Show as of which block the register is",
            description = "The last block in it, and how far that is behind the peer that is followed.")
    @ApiResponse(
            responseCode = "200",
            description = "Where the register stands.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/RegisterState")))
    @Problems(REGISTER_UNAVAILABLE)
    @GetMapping(path = "/api/register/status", produces = APPLICATION_JSON_VALUE)
    RegisterView.AsOf status() {
        return RegisterView.AsOf.of(live.register().asOf(), live.state(), Instant.now());
    }
}
