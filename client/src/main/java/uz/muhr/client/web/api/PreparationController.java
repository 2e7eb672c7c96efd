package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static org.springframework.http.MediaType.APPLICATION_PDF_VALUE;
import static org.springframework.http.MediaType.MULTIPART_FORM_DATA_VALUE;
import static uz.muhr.client.document.DocumentReader.MOST_BYTES;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_MANY_FILES;
import static uz.muhr.client.web.problem.ProblemCode.UNREADABLE_DOCUMENT;
import static uz.muhr.client.web.problem.ProblemCode.UNSTAMPABLE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.apart.OpenedApart;
import uz.muhr.client.document.Suggestion;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.TypeCode;

/**
 * What comes before anchoring: reading a file, and stamping a copy. A file is in memory until its request is answered, and
 * nowhere else.
 */
@RestController
final class PreparationController {
    private static final Set<String> MARK = Set.of("type", "number");

    private final OpenedApart opening;
    private final Stamps stamps;

    PreparationController(OpenedApart opening, Stamps stamps) {
        this.opening = opening;
        this.stamps = stamps;
    }

    @Operation(
            operationId = "suggest",
            summary = "Read what a file says of itself",
            description =
                    "The type, number, issuer and dates that a PDF, an XML or a JSON names, for a person to correct, and whether"
                            + " a stamped copy can be made of it. Nothing is anchored, and nothing of the file is kept beyond the"
                            + " answer. A file of more than 16 MiB is not opened.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/OpenedFile"))))
    @ApiResponse(
            responseCode = "200",
            description = "What was read; a file in which nothing could be read can still be anchored.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Suggestion")))
    @Problems({MALFORMED_ARGUMENT, UNREADABLE_DOCUMENT, TOO_LARGE, TOO_MANY_FILES})
    @PostMapping(path = "/api/suggestions", consumes = MULTIPART_FORM_DATA_VALUE, produces = APPLICATION_JSON_VALUE)
    SuggestionView suggest(HttpServletRequest request) {
        return opening.inTurn(() -> {
            Suggestion suggestion =
                    opening.read(UploadForm.whole(request, Set.of(), MOST_BYTES).requiredFile());
            return SuggestionView.of(suggestion, stamps.word(suggestion.stamping()));
        });
    }

    @Operation(
            operationId = "stamp",
            summary = "Make a stamped copy of an unsigned PDF",
            description =
                    "A copy with a strip below each page that has the number, this client's organisation and a QR code of the"
                            + " page where it is verified, and 32 random bytes inside. Anchor the copy, open: it verifies by"
                            + " itself. A signed or encrypted PDF is never stamped. Neither file is kept beyond the answer.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = MULTIPART_FORM_DATA_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/FileToStamp"))))
    @ApiResponse(
            responseCode = "200",
            description = "The stamped copy; another one for each request.",
            content = @Content(mediaType = APPLICATION_PDF_VALUE, schema = @Schema(ref = "#/components/schemas/Pdf")))
    @Problems({MALFORMED_ARGUMENT, UNREADABLE_DOCUMENT, UNSTAMPABLE, TOO_LARGE, TOO_MANY_FILES})
    @PostMapping(path = "/api/stamps", consumes = MULTIPART_FORM_DATA_VALUE, produces = APPLICATION_PDF_VALUE)
    ResponseEntity<byte[]> stamp(HttpServletRequest request) {
        return opening.inTurn(() -> {
            UploadForm<byte[]> form = UploadForm.whole(request, MARK, MOST_BYTES);
            byte[] copy = stamps.copy(
                    form.requiredFile(),
                    form.required("type", TypeCode::new),
                    form.required("number", DocumentNumber::parse));
            return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF).body(copy);
        });
    }
}
