package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.CONSIGNMENT_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.CORRUPT_RECORD;
import static uz.muhr.client.web.problem.ProblemCode.ILLEGAL_TRANSITION;
import static uz.muhr.client.web.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.STALE_SEQUENCE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_CONSIGNMENT;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.ConsignmentText;
import uz.muhr.client.consignment.LinkedDocument;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.SealWish;
import uz.muhr.client.voyage.ConsignmentView;
import uz.muhr.client.voyage.SealRequests;
import uz.muhr.client.voyage.Survey;
import uz.muhr.client.web.problem.Journalled;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.freight.Ucr;

/** Consignments: opened, extended, and shown in one answer. The receipt comes with each request and is not kept. */
@RestController
final class ConsignmentController {
    private final Ledger ledger;
    private final Submissions submissions;
    private final SecureRandom random = new SecureRandom();

    ConsignmentController(Ledger ledger, Submissions submissions) {
        this.ledger = ledger;
        this.submissions = submissions;
    }

    @Operation(
            operationId = "openConsignment",
            summary = "Open a consignment",
            description =
                    "Links containers and documents under a secret that is drawn here. The answer is the consignment's receipt, which holds the secret: give copies to the parties that are to see or do something, and to nobody else.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/NewConsignment"))))
    @ApiResponse(
            responseCode = "201",
            description = "The consignment's receipt.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/ConsignmentReceipt")))
    @Journalled
    @Problems({TOO_LARGE, CONSIGNMENT_EXISTS, ILLEGAL_TRANSITION})
    @PostMapping(path = "/api/consignments", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> open(HttpServletRequest request) throws IOException {
        SealBody body = SealBody.read(request);
        Optional<Ucr> ucr = body.ucr();
        List<ContainerNumber> containers = body.containers();
        List<LinkedDocument> documents = body.documents();
        body.end();
        return submissions.opened(
                new SealWish.Open(new ConsignmentReceipt(
                        ledger.organisation(),
                        ConsignmentReceipt.newSecret(random),
                        ucr,
                        containers,
                        documents,
                        List.of(),
                        List.of(),
                        Optional.empty())),
                request);
    }

    @Operation(
            operationId = "linkConsignment",
            summary = "Take containers and documents into a consignment",
            description = "Only the organisation that opened it may. The answer is the receipt that knows them.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/ConsignmentLink"))))
    @ApiResponse(
            responseCode = "200",
            description = "The consignment's receipt.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/ConsignmentReceipt")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_CONSIGNMENT, ILLEGAL_TRANSITION, STALE_SEQUENCE})
    @PostMapping(path = "/api/consignments/links", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> link(HttpServletRequest request) throws IOException {
        SealBody body = SealBody.read(request);
        ConsignmentReceipt receipt = body.receipt();
        List<ContainerNumber> containers = body.containers();
        List<LinkedDocument> documents = body.documents();
        long expected = body.sequence();
        body.end();
        return submissions.change(
                new SealWish.Link(SealRequests.link(receipt, expected, containers, documents)),
                request,
                answer -> ConsignmentText.write(receipt.with(containers, documents)));
    }

    @Operation(
            operationId = "showConsignment",
            summary = "Show all about a consignment",
            description =
                    "Its custody chain, gaps, the verdict on its seals and on each document, in one answer, by what was recorded up to the time that is asked. A tampered seal does not change a document's status; it is said beside it.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/ConsignmentQuestion"))))
    @ApiResponse(
            responseCode = "200",
            description = "All about it.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Consignment")))
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE, UNKNOWN_CONSIGNMENT, CORRUPT_RECORD, LEDGER_UNAVAILABLE})
    @PostMapping(
            path = "/api/consignments/answers",
            consumes = APPLICATION_JSON_VALUE,
            produces = APPLICATION_JSON_VALUE)
    ConsignmentView show(HttpServletRequest request) throws IOException {
        SealBody body = SealBody.read(request);
        ConsignmentReceipt receipt = body.receipt();
        Optional<Instant> at = body.at();
        body.end();
        return new Survey(ledger).look(receipt, at);
    }
}
