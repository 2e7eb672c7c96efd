package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.REGISTER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_MANY_WEBHOOKS;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_WEBHOOK;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.client.web.problem.RefusedRequest;
import uz.muhr.client.webhook.Subscription;
import uz.muhr.client.webhook.Webhooks;

/** Who is told of events by signed requests. */
@RestController
final class WebhookController {
    private static final int LONGEST_REQUEST = 4 << 10;
    private static final String PATH = "/api/webhooks";

    private final Webhooks webhooks;

    WebhookController(Webhooks webhooks) {
        this.webhooks = webhooks;
    }

    @Operation(
            operationId = "subscribe",
            summary = "Have events sent to a URL",
            description =
                    "Each new version of a document for which all that is given holds is sent to the URL as an Event"
                            + " by POST, signed as Standard Webhooks has it (headers webhook-id, webhook-timestamp and"
                            + " webhook-signature). Events come in the ledger's order and at least once: the next one is sent when"
                            + " this one was taken, which any status 200 to 299 says, and a copy has the same webhook-id. The URL"
                            + " has to begin with https, or with http and name this computer; no redirect is followed. The secret"
                            + " is in this answer and in no other.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/NewWebhook"))))
    @ApiResponse(
            responseCode = "201",
            description = "The webhook, with its secret.",
            headers =
                    @Header(
                            name = "Location",
                            description = "Where it is shown.",
                            schema = @Schema(type = "string", format = "uri-reference")),
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Webhook")))
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE, TOO_MANY_WEBHOOKS, REGISTER_UNAVAILABLE})
    @PostMapping(path = PATH, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<WebhookView> subscribe(HttpServletRequest request) throws IOException {
        WebhookRequest wish =
                WebhookRequest.parse(BoundedText.read("The webhook", LONGEST_REQUEST, request.getInputStream()));
        Subscription made = webhooks.subscribe(wish.target(), wish.interest(), wish.after())
                .orElseThrow(() -> new RefusedRequest(
                        TOO_MANY_WEBHOOKS,
                        "There may be " + Webhooks.MOST + " webhooks and there are as many; delete one first."));
        return ResponseEntity.created(URI.create(PATH + "/" + made.id())).body(WebhookView.ofNew(made));
    }

    @Operation(
            operationId = "webhooks",
            summary = "List the webhooks",
            description = "The oldest first, each with how far it was told and what prevents it; without secrets.")
    @ApiResponse(
            responseCode = "200",
            description = "The webhooks.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(ref = "#/components/schemas/Webhook"))))
    @Problems({REGISTER_UNAVAILABLE})
    @GetMapping(path = PATH, produces = APPLICATION_JSON_VALUE)
    List<WebhookView> list() {
        return webhooks.all().stream().map(WebhookView::of).toList();
    }

    @Operation(
            operationId = "webhook",
            summary = "Show a webhook",
            description = "How far it was told, and what prevents it.")
    @ApiResponse(
            responseCode = "200",
            description = "The webhook, without its secret.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Webhook")))
    @Problems({UNKNOWN_WEBHOOK, REGISTER_UNAVAILABLE})
    @GetMapping(path = PATH + "/{id}", produces = APPLICATION_JSON_VALUE)
    WebhookView show(@PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/WebhookId")) String id) {
        return WebhookView.of(webhooks.find(id).orElseThrow(WebhookController::unknown));
    }

    @Operation(
            operationId = "unsubscribe",
            summary = "Delete a webhook",
            description =
                    "Nothing more is sent; a message that is on its way may still arrive. One that was disabled is"
                            + " made anew with the former one's \"told\" as \"after\", and misses nothing.")
    @ApiResponse(responseCode = "204", description = "It is no more.")
    @Problems({UNKNOWN_WEBHOOK, REGISTER_UNAVAILABLE})
    @DeleteMapping(path = PATH + "/{id}")
    ResponseEntity<Void> delete(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/WebhookId")) String id) {
        if (!webhooks.delete(id)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private static RefusedRequest unknown() {
        return new RefusedRequest(
                UNKNOWN_WEBHOOK, "There is no webhook with this id; GET " + PATH + " lists those there are.");
    }
}
