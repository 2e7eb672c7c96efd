package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.JOURNAL_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.TOO_MANY_READERS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;
import uz.muhr.client.journal.JournalUnavailableException;
import uz.muhr.client.journal.SubmissionId;
import uz.muhr.client.signing.Signers;
import uz.muhr.client.web.feed.Feed;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.refusal.Refusal;

/** How far several submissions came, told as it happens. */
@RestController
final class ProgressController {
    private static final Logger LOG = LoggerFactory.getLogger(ProgressController.class);
    private static final String ID = "id";
    private static final int MOST = 100;

    private final Signers signers;
    private final SubmissionNews news;
    private final Feed feed;
    private final JsonMapper json;

    ProgressController(Signers signers, SubmissionNews news, Feed feed, JsonMapper json) {
        this.signers = signers;
        this.news = news;
        this.feed = feed;
        this.json = json;
    }

    @Operation(
            operationId = "progress",
            summary = "Be told what becomes of submissions",
            description =
                    "Server-sent events, one for each submission at once and one whenever it was attempted or settled, until all"
                            + " are settled; then an event settled ends the stream. Whoever comes again is told from the beginning."
                            + " A submission that this client does not know is left out.",
            parameters =
                    @Parameter(
                            name = ID,
                            in = ParameterIn.QUERY,
                            required = true,
                            description = "1 to 100 ids, each as a parameter of its own.",
                            array =
                                    @ArraySchema(
                                            minItems = 1,
                                            maxItems = MOST,
                                            schema = @Schema(ref = "#/components/schemas/SubmissionId"))))
    @ApiResponse(
            responseCode = "200",
            description = "Events named submission, each with a Submission as its data.",
            content =
                    @Content(
                            mediaType = TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(ref = "#/components/schemas/SubmissionEvents")))
    @Problems({MALFORMED_ARGUMENT, TOO_MANY_READERS, JOURNAL_UNAVAILABLE})
    @GetMapping(path = "/api/submissions", produces = TEXT_EVENT_STREAM_VALUE)
    void progress(HttpServletRequest request, HttpServletResponse response) {
        Set<SubmissionId> ids = ids(request.getParameterMap());
        // Asked once before the stream begins, so that a journal that is not there is told as a problem.
        signers.find(ids.iterator().next());
        response.setContentType(TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        Feed.Seat seat = feed.seat();
        try {
            new SubmissionStream(signers, news, json, response.getOutputStream()).tell(ids);
        } catch (IOException | JournalUnavailableException e) {
            // The stream has begun: whoever reads it sees it end, and comes again.
            LOG.debug("A reader of submissions is gone", e);
        } finally {
            seat.close();
        }
    }

    private static Set<SubmissionId> ids(Map<String, String[]> query) {
        String[] given = query.getOrDefault(ID, new String[0]);
        if (query.size() != 1 || given.length < 1 || given.length > MOST) {
            throw Refusal.malformed("The query has to name 1 to " + MOST + " submissions by \"" + ID
                    + "\" and nothing else; it names " + given.length + ".");
        }
        Set<SubmissionId> ids = new LinkedHashSet<>();
        for (String id : given) {
            ids.add(new SubmissionId(id));
        }
        return ids;
    }
}
