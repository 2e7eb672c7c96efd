package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.web.problem.Problems;

/** In whose name this client acts. */
@RestController
final class IdentityController {
    private final Ledger ledger;
    private final Training training;

    IdentityController(Ledger ledger, Training training) {
        this.ledger = ledger;
        this.training = training;
    }

    /** The organisation by its MSP id, and the name of its user; neither key nor certificate. */
    record IdentityView(String organisation, String user, boolean training) {}

    @Operation(
            operationId = "identity",
            summary = "Show in whose name this client acts",
            description =
                    "Documents are anchored and revoked in the name of this organisation and by this user, and its"
                            + " peer is the one that is asked.")
    @ApiResponse(
            responseCode = "200",
            description = "The organisation and the user.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Identity")))
    @Problems({})
    @GetMapping(path = "/api/identity", produces = APPLICATION_JSON_VALUE)
    IdentityView identity() {
        return new IdentityView(ledger.organisation().value(), ledger.user(), training.offered());
    }
}
