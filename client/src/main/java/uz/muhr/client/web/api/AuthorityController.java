package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.ALREADY_APPROVED;
import static uz.muhr.client.web.problem.ProblemCode.CORRUPT_RECORD;
import static uz.muhr.client.web.problem.ProblemCode.ILLEGAL_TRANSITION;
import static uz.muhr.client.web.problem.ProblemCode.LEDGER_UNAVAILABLE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.NOT_ESTABLISHED;
import static uz.muhr.client.web.problem.ProblemCode.PROPOSAL_CLOSED;
import static uz.muhr.client.web.problem.ProblemCode.PROPOSAL_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.STALE_SEQUENCE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_MANY_PROPOSALS;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_CERTIFICATE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_ORGANISATION;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_PROPOSAL;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.authority.AuthorityView;
import uz.muhr.client.authority.CertificateView;
import uz.muhr.client.authority.MembersView;
import uz.muhr.client.authority.ProposalView;
import uz.muhr.client.fabric.AuthorityLedger;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Wish;
import uz.muhr.client.web.problem.Journalled;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.identifier.CertificateHash;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.ProposalId;
import uz.muhr.protocol.json.CanonicalJson;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Who may issue which type of document, and how the members decide it together. */
@RestController
final class AuthorityController {
    private static final int LONGEST_PROPOSAL = 1 << 12;

    private final AuthorityLedger ledger;
    private final Submissions submissions;

    AuthorityController(Ledger ledger, Submissions submissions) {
        this.ledger = ledger.authority();
        this.submissions = submissions;
    }

    @Operation(
            operationId = "authorities",
            summary = "Show what an organisation may issue",
            description = "Every type it may issue or might once, with its periods, and since when it is distrusted.")
    @ApiResponse(
            responseCode = "200",
            description = "One record for each type, by type.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(ref = "#/components/schemas/Authority"))))
    @Problems({MALFORMED_ARGUMENT, CORRUPT_RECORD, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/organisations/{organisation}/authorities", produces = APPLICATION_JSON_VALUE)
    List<AuthorityView> authorities(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/Issuer")) String organisation) {
        return ledger.authorities(new MspId(organisation)).value().records().stream()
                .map(AuthorityView::of)
                .toList();
    }

    @Operation(
            operationId = "members",
            summary = "Show the member organisations",
            description = "Those whose peers endorse, and of whom more than half decide.")
    @ApiResponse(
            responseCode = "200",
            description = "The members.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Members")))
    @Problems({CORRUPT_RECORD, NOT_ESTABLISHED, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/members", produces = APPLICATION_JSON_VALUE)
    MembersView members() {
        return MembersView.of(ledger.members().value());
    }

    @Operation(
            operationId = "distrustedCertificate",
            summary = "Show a distrusted certificate",
            description = "Since when what it signed is not believed.")
    @ApiResponse(
            responseCode = "200",
            description = "The certificate is distrusted.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/DistrustedCertificate")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_CERTIFICATE, CORRUPT_RECORD, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/certificates/{certificate}", produces = APPLICATION_JSON_VALUE)
    CertificateView certificate(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/CertificateHash"))
                    String certificate) {
        CertificateHash hash = new CertificateHash(certificate);
        return ledger.distrusted(hash)
                .map(CertificateView::of)
                .orElseThrow(
                        () -> new Refusal(ErrorCode.UNKNOWN_CERTIFICATE, "No certificate of this hash is distrusted."));
    }

    @Operation(
            operationId = "proposals",
            summary = "Show what an organisation has proposed",
            description = "Its proposals that can still be approved, in the order in which they were made.")
    @ApiResponse(
            responseCode = "200",
            description = "The open proposals.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(ref = "#/components/schemas/ProposalRecord"))))
    @Problems({MALFORMED_ARGUMENT, CORRUPT_RECORD, NOT_ESTABLISHED, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/organisations/{organisation}/proposals", produces = APPLICATION_JSON_VALUE)
    List<ProposalView> proposals(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/Issuer")) String organisation) {
        return ledger.proposals(new MspId(organisation)).value().proposals().stream()
                .map(ProposalView::of)
                .toList();
    }

    @Operation(
            operationId = "proposal",
            summary = "Show a proposal",
            description = "Open, effective or expired, with everybody who approved it.")
    @ApiResponse(
            responseCode = "200",
            description = "The proposal.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/ProposalRecord")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_PROPOSAL, CORRUPT_RECORD, LEDGER_UNAVAILABLE})
    @GetMapping(path = "/api/proposals/{id}", produces = APPLICATION_JSON_VALUE)
    ProposalView proposal(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/ProposalId")) String id) {
        return ProposalView.of(ledger.proposal(new ProposalId(id)).value());
    }

    @Operation(
            operationId = "propose",
            summary = "Propose a change of authority or membership",
            description = "Only a registrar may. It counts as its organisation's approval, and takes effect once"
                    + " registrars of more than half of the members have approved it. It names the version of what it"
                    + " changes, so it never takes effect on something that changed meanwhile.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/Proposal"))))
    @ApiResponse(
            responseCode = "200",
            description = "The proposal as it now stands.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/ProposalRecord")))
    @Journalled
    @Problems({TOO_LARGE, UNKNOWN_ORGANISATION, PROPOSAL_EXISTS, TOO_MANY_PROPOSALS, ILLEGAL_TRANSITION, STALE_SEQUENCE
    })
    @PostMapping(path = "/api/proposals", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> propose(HttpServletRequest request) throws IOException {
        String text = BoundedText.read("The proposal", LONGEST_PROPOSAL, request.getInputStream());
        Proposal proposal = Proposal.parse(CanonicalJson.write(StrictJson.parse("The proposal", text)));
        return submissions.change(new Wish.Propose(proposal), request);
    }

    @Operation(
            operationId = "approve",
            summary = "Approve a proposal",
            description = "Only a registrar may, and an organisation counts once. The request has no content.")
    @ApiResponse(
            responseCode = "200",
            description = "The proposal as it now stands.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/ProposalRecord")))
    @Journalled
    @Problems({
        UNKNOWN_PROPOSAL,
        UNKNOWN_ORGANISATION,
        ALREADY_APPROVED,
        PROPOSAL_CLOSED,
        ILLEGAL_TRANSITION,
        STALE_SEQUENCE
    })
    @PostMapping(path = "/api/proposals/{id}/approval", produces = APPLICATION_JSON_VALUE)
    ResponseEntity<Object> approve(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/ProposalId")) String id,
            HttpServletRequest request) {
        return submissions.change(new Wish.Approve(new ProposalId(id)), request);
    }
}
