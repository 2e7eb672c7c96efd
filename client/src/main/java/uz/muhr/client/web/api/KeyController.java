package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_KEY;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Keys;
import uz.muhr.client.access.Role;
import uz.muhr.client.submission.ValidityText;
import uz.muhr.client.web.access.Callers;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** The keys of programs, kept by administrators. */
@RestController
final class KeyController {
    private static final String PATH = "/api/keys";
    private static final int LONGEST = 1 << 12;

    /** Letters of any script, digits, marks and spaces between them; nothing that moves a cursor. */
    private static final Pattern LABEL =
            Pattern.compile("[^\\p{C}\\p{Z}](?:[^\\p{C}\\p{Zl}\\p{Zp}]{0,78}[^\\p{C}\\p{Z}])?");

    private final Keys keys;

    KeyController(Keys keys) {
        this.keys = keys;
    }

    @Operation(
            operationId = "keys",
            summary = "List the keys of programs",
            description = "The newest first, those that were revoked too; without what makes them keys.")
    @ApiResponse(
            responseCode = "200",
            description = "The keys.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(ref = "#/components/schemas/Key"))))
    @Problems({})
    @GetMapping(path = PATH, produces = APPLICATION_JSON_VALUE)
    List<KeyView> list() {
        return keys.all().stream().map(KeyView::of).toList();
    }

    @Operation(
            operationId = "createKey",
            summary = "Create a program's key",
            description =
                    "The answer has the key, which is in no other. A program sends it as Authorization: Bearer, and may do what its roles may.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/NewKey"))))
    @ApiResponse(
            responseCode = "201",
            description = "The key.",
            content = @Content(mediaType = APPLICATION_JSON_VALUE, schema = @Schema(ref = "#/components/schemas/Key")))
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE})
    @PostMapping(path = PATH, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<KeyView> create(HttpServletRequest request) throws IOException {
        Members members = StrictJson.object("The key", BoundedText.read("The key", LONGEST, request.getInputStream()));
        String label = members.text("label", KeyController::label);
        Set<Role> roles = RoleList.required(members);
        Optional<Instant> expires = members.optionalText("expires", KeyController::expiry);
        members.end();
        String by = Callers.present().map(Caller::name).orElseThrow();
        Keys.Made made = keys.create(label, roles, expires, by);
        AccessLog.made(made.key().id(), roles);
        return ResponseEntity.status(HttpStatus.CREATED).body(KeyView.ofNew(made));
    }

    @Operation(
            operationId = "revokeKey",
            summary = "Revoke a program's key",
            description = "Nobody comes in with it from now on.")
    @ApiResponse(responseCode = "204", description = "It is revoked.")
    @Problems(UNKNOWN_KEY)
    @DeleteMapping(path = PATH + "/{id}")
    ResponseEntity<Void> revoke(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/KeyId")) String id) {
        keys.revoke(id);
        AccessLog.revoked(id);
        return ResponseEntity.noContent().build();
    }

    private static Instant expiry(String text) {
        return ValidityText.moment("\"expires\"", text);
    }

    private static String label(String text) {
        if (!LABEL.matcher(text).matches()) {
            throw Refusal.malformed(
                    "\"label\" has to have 1 to 80 characters, none of them invisible; this one has not.");
        }
        return text;
    }
}
