package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.ILLEGAL_TRANSITION;
import static uz.muhr.client.web.problem.ProblemCode.NOT_CUSTODIAN;
import static uz.muhr.client.web.problem.ProblemCode.REGISTRY_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.SEAL_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.STALE_SEQUENCE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_CONSIGNMENT;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_CONTAINER;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_ORGANISATION;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_SEAL;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.submission.SealWish;
import uz.muhr.client.voyage.NewSeal;
import uz.muhr.client.voyage.Occasion;
import uz.muhr.client.voyage.Registry;
import uz.muhr.client.voyage.SealRequests;
import uz.muhr.client.web.problem.Journalled;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealRecord;

/** The life of a container seal. The consignment's receipt comes with each request and is not kept. */
@RestController
final class SealController {
    private final Registry registry;
    private final Submissions submissions;

    SealController(Registry registry, Submissions submissions) {
        this.registry = registry;
        this.submissions = submissions;
    }

    @Operation(
            operationId = "affixSeal",
            summary = "Put a seal on a container",
            description =
                    "An organisation affixes a seal once, whichever consignment it is in. The first seal that this client affixes registers its organisation's registry key. The answer has the receipt that knows the seal.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/SealAffixing"))))
    @ApiResponse(
            responseCode = "200",
            description = "The seal, and the receipt that knows it.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/SealStand")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_CONSIGNMENT, UNKNOWN_CONTAINER, SEAL_EXISTS, REGISTRY_EXISTS, ILLEGAL_TRANSITION})
    @PostMapping(path = "/api/seals", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> affix(HttpServletRequest request) throws IOException {
        SealBody body = SealBody.read(request);
        ConsignmentReceipt receipt = body.receipt();
        NewSeal seal = body.newSeal(Optional.empty());
        Occasion occasion = body.occasion();
        body.end();
        RegistryKey key = key(request);
        ConsignmentReceipt after = known(receipt.with(seal.seal()), occasion);
        return answered(new SealWish.Affix(SealRequests.affix(receipt, key, seal, occasion)), request, after);
    }

    @Operation(
            operationId = "replaceSeal",
            summary = "Put another seal in a seal's place",
            description = "On the same container, in one transaction; custody stays where it is.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/SealReplacement"))))
    @ApiResponse(
            responseCode = "200",
            description = "The new seal, and the receipt that knows it.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/SealStand")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_SEAL, NOT_CUSTODIAN, SEAL_EXISTS, REGISTRY_EXISTS, ILLEGAL_TRANSITION, STALE_SEQUENCE
    })
    @PostMapping(path = "/api/seals/replacements", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> replace(HttpServletRequest request) throws IOException {
        SealBody body = SealBody.read(request);
        ConsignmentReceipt receipt = body.receipt();
        KnownSeal old = body.seal(receipt);
        long expected = body.sequence();
        NewSeal seal = body.newSeal(Optional.of(old.container()));
        Occasion occasion = body.occasion();
        body.end();
        RegistryKey key = key(request);
        ConsignmentReceipt after = known(receipt.with(seal.seal()), occasion);
        return answered(
                new SealWish.Exchange(SealRequests.replace(receipt, key, old, expected, seal, occasion)),
                request,
                after);
    }

    @Operation(
            operationId = "actOnSeal",
            summary = "Do something to a seal",
            description =
                    "hand-over and, by the receiver alone, accept or decline; withdraw a handover; inspect; break, by customs or plant quarantine; remove at the destination. Each names the version that its author saw.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/SealActing"))))
    @ApiResponse(
            responseCode = "200",
            description = "The seal as it now stands.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/SealStand")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_SEAL, UNKNOWN_ORGANISATION, NOT_CUSTODIAN, ILLEGAL_TRANSITION, STALE_SEQUENCE})
    @PostMapping(path = "/api/seals/acts", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> act(HttpServletRequest request) throws IOException {
        SealBody body = SealBody.read(request);
        ConsignmentReceipt receipt = body.receipt();
        KnownSeal seal = body.seal(receipt);
        long expected = body.sequence();
        SealAct act = body.act();
        Occasion occasion = body.occasion();
        body.end();
        return answered(
                new SealWish.Act(SealRequests.act(receipt, seal, expected, act, occasion)),
                request,
                known(receipt, occasion));
    }

    private ResponseEntity<Object> answered(SealWish wish, HttpServletRequest request, ConsignmentReceipt after) {
        return submissions.change(wish, request, answer -> SealStandView.of(SealRecord.parse(answer), after));
    }

    private RegistryKey key(HttpServletRequest request) {
        return registry.key(hash -> submissions.settle(new SealWish.Register(hash), request));
    }

    private static ConsignmentReceipt known(ConsignmentReceipt receipt, Occasion occasion) {
        return occasion.place().map(receipt::with).orElse(receipt);
    }
}
