package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.TEXT_EVENT_STREAM_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.REGISTER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_MANY_READERS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.register.Interest;
import uz.muhr.client.register.Position;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.web.feed.Feed;
import uz.muhr.client.web.problem.Problems;

/** Tells whoever stays connected what happens to documents. */
@RestController
final class FeedController {
    private static final Logger LOG = LoggerFactory.getLogger(FeedController.class);
    private static final String AFTER = "after";
    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final Feed feed;

    FeedController(Feed feed) {
        this.feed = feed;
    }

    @Operation(
            operationId = "feed",
            summary = "Be told what happens to documents",
            description =
                    "Server-sent events, one for each new version of a document for which all that is given holds, and for each event of a container seal but plain readings,"
                            + " in the ledger's order. An event is told once its block is in the register, at least once, and none"
                            + " is left out: whoever comes again with the id it saw last, as browsers do by themselves in the"
                            + " header Last-Event-ID, is told what followed. Without an id it begins with what comes next. A reader"
                            + " that takes nothing for 20 seconds is dropped, and may come again.",
            parameters = {
                @Parameter(
                        name = Interest.ISSUER,
                        in = ParameterIn.QUERY,
                        schema = @Schema(ref = "#/components/schemas/Issuer")),
                @Parameter(
                        name = Interest.TYPE,
                        in = ParameterIn.QUERY,
                        schema = @Schema(ref = "#/components/schemas/Type")),
                @Parameter(
                        name = Interest.DOCUMENT,
                        in = ParameterIn.QUERY,
                        description = "The document's id.",
                        schema = @Schema(ref = "#/components/schemas/DocumentId")),
                @Parameter(
                        name = Interest.STATUS,
                        in = ParameterIn.QUERY,
                        description = "The status that the event left the document in.",
                        schema = @Schema(ref = "#/components/schemas/StoredStatus")),
                @Parameter(
                        name = Interest.CONSIGNMENT,
                        in = ParameterIn.QUERY,
                        description = "A consignment's id: events of its container seals alone.",
                        schema = @Schema(ref = "#/components/schemas/Hash")),
                @Parameter(
                        name = AFTER,
                        in = ParameterIn.QUERY,
                        description = "Where to begin, when there is no Last-Event-ID; 0 tells everything.",
                        schema = @Schema(ref = "#/components/schemas/Position")),
                @Parameter(
                        name = LAST_EVENT_ID,
                        in = ParameterIn.HEADER,
                        description = "The id that was seen last.",
                        schema = @Schema(ref = "#/components/schemas/Position"))
            })
    @ApiResponse(
            responseCode = "200",
            description = "Events, each with its id, its type as the event's name, and an Event as its data. The stream"
                    + " ends when this client does.",
            content =
                    @Content(
                            mediaType = TEXT_EVENT_STREAM_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Events")))
    @Problems({MALFORMED_ARGUMENT, TOO_MANY_READERS, REGISTER_UNAVAILABLE})
    @GetMapping(path = "/api/feed", produces = TEXT_EVENT_STREAM_VALUE)
    void feed(HttpServletRequest request, HttpServletResponse response) {
        Map<String, String> words = QueryWords.of(request.getParameterMap());
        String asked = words.remove(AFTER);
        Interest interest = Interest.of(words);
        Position now = feed.now();
        Position after = Optional.ofNullable(request.getHeader(LAST_EVENT_ID))
                .or(() -> Optional.ofNullable(asked))
                .map(Position::parse)
                .orElse(now);
        response.setContentType(TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
        if (HttpMethod.HEAD.matches(request.getMethod())) {
            return;
        }
        try (Feed.Seat seat = feed.seat()) {
            seat.tell(interest, after, response.getOutputStream());
        } catch (IOException | RegisterUnavailableException e) {
            // The stream has begun: whoever reads it sees it end, and comes again.
            LOG.debug("A reader of the feed is gone", e);
        }
    }
}
