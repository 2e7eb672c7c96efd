package uz.muhr.client.web.api;

import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.REGISTER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_MANY_ROWS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.register.LiveRegister;
import uz.muhr.client.register.SearchText;
import uz.muhr.client.tally.Tallies;
import uz.muhr.client.tally.TallyQuestion;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.client.web.table.CountTable;
import uz.muhr.client.web.table.CutShortException;
import uz.muhr.client.web.table.DocumentTable;
import uz.muhr.client.web.table.Table;
import uz.muhr.client.web.table.TallyTable;

/** Tables for spreadsheets, of what the register and this client's own counts say. */
@RestController
final class ExportController {
    private static final String CSV = "text/csv";
    private static final String AS_OF_BLOCK = "Muhr-As-Of-Block";
    private static final String FORM =
            " The answer is CSV as RFC 4180 has it, in UTF-8, with a header row; a text that a spreadsheet would run as a formula has an apostrophe before it.";

    private final LiveRegister live;
    private final Tallies tallies;

    ExportController(LiveRegister live, Tallies tallies) {
        this.live = live;
        this.tallies = tallies;
    }

    @Filters.OfDocuments
    @Operation(
            operationId = "exportDocuments",
            summary = "Export found documents as a table",
            description =
                    "All documents for which all that is given holds, newest first, at most 100,000: a search that finds more is refused, never cut. The rows are written as they are read, and a connection that breaks off means that the table is not whole. A document that changes meanwhile stands there once, as it was when its page was read."
                            + FORM)
    @ApiResponse(
            responseCode = "200",
            description = "The documents, one a row.",
            headers =
                    @Header(
                            name = AS_OF_BLOCK,
                            description = "The last block in the register when the table was begun.",
                            schema = @Schema(type = "integer")),
            content = @Content(mediaType = CSV, schema = @Schema(ref = "#/components/schemas/DocumentTable")))
    @Problems({MALFORMED_ARGUMENT, TOO_MANY_ROWS, REGISTER_UNAVAILABLE})
    @GetMapping(path = "/api/register/documents.csv", produces = CSV)
    void documents(HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(
                DocumentTable.of(live.register(), SearchText.export(QueryWords.of(request.getParameterMap()))),
                response);
    }

    @Filters.OfCounts
    @Operation(
            operationId = "exportCounts",
            summary = "Export the counts of anchored documents as a table",
            description = "The same as GET /api/register/counts." + FORM)
    @ApiResponse(
            responseCode = "200",
            description = "The counts, one a row.",
            content = @Content(mediaType = CSV, schema = @Schema(ref = "#/components/schemas/CountTable")))
    @Problems({MALFORMED_ARGUMENT, REGISTER_UNAVAILABLE})
    @GetMapping(path = "/api/register/counts.csv", produces = CSV)
    void counts(HttpServletRequest request, HttpServletResponse response) throws IOException {
        SearchText.CountsQuestion question =
                SearchText.counts(QueryWords.of(request.getParameterMap()), LocalDate.now(ZoneOffset.UTC));
        answer(CountTable.of(live.register().counts(question)), response);
    }

    @Filters.OfTallies
    @Operation(
            operationId = "exportTallies",
            summary = "Export what this client counted as a table",
            description = "The same as GET /api/tallies." + FORM)
    @ApiResponse(
            responseCode = "200",
            description = "The counts, one a row.",
            content = @Content(mediaType = CSV, schema = @Schema(ref = "#/components/schemas/TallyTable")))
    @Problems({MALFORMED_ARGUMENT, REGISTER_UNAVAILABLE})
    @GetMapping(path = "/api/tallies.csv", produces = CSV)
    void tallies(HttpServletRequest request, HttpServletResponse response) throws IOException {
        TallyQuestion question =
                TallyQuestion.of(QueryWords.of(request.getParameterMap()), LocalDate.now(ZoneOffset.UTC));
        answer(TallyTable.of(tallies.counted(question), live.register().asOf().number()), response);
    }

    private static void answer(Table<?> table, HttpServletResponse response) throws IOException {
        response.setContentType(CSV + ";header=present;charset=UTF-8");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + table.file() + "\"");
        response.setHeader(AS_OF_BLOCK, Long.toString(table.block()));
        table.write(response.getOutputStream());
    }

    /** It passes, so that the server breaks the connection off; Spring goes on with what a handler throws again. */
    @ExceptionHandler
    void cutShort(CutShortException failure, HttpServletResponse response) {
        if (response.isCommitted()) {
            throw failure;
        }
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
    }
}
