package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.EVENT_DIFFERS;
import static uz.muhr.client.web.problem.ProblemCode.ILLEGAL_TRANSITION;
import static uz.muhr.client.web.problem.ProblemCode.NOT_CUSTODIAN;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_CONSIGNMENT;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_SEAL;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.SealWish;
import uz.muhr.client.tracking.TrackingFile;
import uz.muhr.client.tracking.TrackingReader;
import uz.muhr.client.voyage.Imported;
import uz.muhr.client.voyage.Occasion;
import uz.muhr.client.voyage.Readings;
import uz.muhr.client.voyage.SealRequests;
import uz.muhr.client.web.problem.Journalled;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.sealing.ObservationList;
import uz.muhr.protocol.sealing.Observed;

/** What was found of container seals: reports, and the readings of electronic ones from files of events. */
@RestController
final class ObservationController {
    private final Ledger ledger;
    private final Submissions submissions;

    ObservationController(Ledger ledger, Submissions submissions) {
        this.ledger = ledger;
        this.submissions = submissions;
    }

    @Operation(
            operationId = "reportSeal",
            summary = "Report that something is wrong with a seal",
            description = "Damaged, missing, broken or faulty. The same report twice is one.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/SealReport"))))
    @ApiResponse(
            responseCode = "200",
            description = "Which event of the seal it is.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/SealReported")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_SEAL, NOT_CUSTODIAN, EVENT_DIFFERS, ILLEGAL_TRANSITION})
    @PostMapping(path = "/api/seals/reports", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> report(HttpServletRequest request) throws IOException {
        SealBody body = SealBody.read(request);
        ConsignmentReceipt receipt = body.receipt();
        KnownSeal seal = body.seal(receipt);
        long seen = body.sequence();
        SealCondition condition = body.condition();
        Occasion occasion = body.occasion();
        body.end();
        ObservationList list = SealRequests.report(receipt, seal, ledger.organisation(), seen, condition, occasion);
        return submissions.change(new SealWish.Observe(list), request, ObservationController::reported);
    }

    /** @param sequence which event of the seal it is */
    record Reported(long sequence) {}

    private static Reported reported(String answer) {
        Observed outcome = Observed.parse(answer).get(0);
        if (outcome instanceof Observed.Refused refused) {
            throw refused.refusal();
        }
        return new Reported(
                outcome instanceof Observed.Recorded recorded
                        ? recorded.sequence()
                        : ((Observed.AlreadyRecorded) outcome).sequence());
    }

    @Operation(
            operationId = "importReadings",
            summary = "Record the readings that a file of events tells of",
            description =
                    "EPCIS 2.0, DCSA track and trace 2.2 or 3.0, as text in \"file\", with at most 500 readings of this consignment's seals. What is wrong with an event is named, and the others are taken. A reading that was recorded before is not recorded again.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/SealReadings"))))
    @ApiResponse(
            responseCode = "200",
            description = "What became of the file.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Imported")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_CONSIGNMENT})
    @PostMapping(path = "/api/seals/readings", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> readings(HttpServletRequest request) throws IOException {
        SealBody body = SealBody.read(request);
        ConsignmentReceipt receipt = body.receipt();
        TrackingFile events = TrackingReader.read(
                new ByteArrayInputStream(body.file().getBytes(StandardCharsets.UTF_8)), Instant.now());
        body.end();
        Readings readings = Readings.of(
                events.sightings(),
                receipt,
                ledger.seals().consignment(receipt.id()).value());
        if (readings.lists().isEmpty()) {
            return ResponseEntity.ok(Imported.of(events, readings, List.of()));
        }
        if (readings.lists().size() > 1) {
            throw Refusal.malformed("The file has more than " + ObservationList.MOST
                    + " readings of this consignment's seals. Divide it, or import it by the command line.");
        }
        return submissions.change(
                new SealWish.Observe(readings.lists().get(0)),
                request,
                answer -> Imported.of(events, readings, Observed.parse(answer)));
    }
}
