package uz.muhr.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.protocol.customs.Customs;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.proposal.Proposal;
import uz.muhr.protocol.record.DocumentStatus;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.refusal.Refusal;

/** Every status x operation x caller, through the router as in production, against an independent statement. */
final class LifeCycleTest {
    private static final String ID = SampleNetwork.PERMIT.hex();

    /** Quarantine is customs too in this network, but did not draw and does not hold. */
    private static final Map<String, Identity> CALLERS = Map.of(
            "chamber's issuer",
            SampleNetwork.CHAMBER,
            "chamber's officer",
            Identity.of("ChamberMSP", "officer"),
            "chamber's registrar",
            SampleNetwork.CHAMBER_REGISTRAR,
            "chamber's, without role",
            Identity.withoutAttributes("ChamberMSP"),
            "quarantine's issuer",
            SampleNetwork.QUARANTINE,
            "quarantine's officer",
            Identity.of("QuarantineMSP", "officer"),
            "customs' issuer",
            SampleNetwork.CUSTOMS,
            "customs' officer",
            SampleNetwork.OFFICER,
            "customs' auditor",
            Identity.of("CustomsMSP", "auditor"),
            "carrier's officer",
            Identity.of("CarrierMSP", "officer"));

    /** Who may: the one caller for whom the status decides. */
    private static final Map<Operation, List<String>> ALLOWED = Map.of(
            Operation.SUSPEND, List.of("chamber's issuer"),
            Operation.REINSTATE, List.of("chamber's issuer"),
            Operation.REVOKE, List.of("chamber's issuer"),
            Operation.REPLACE, List.of("chamber's issuer"),
            Operation.REISSUE, List.of("chamber's issuer"),
            Operation.RENEW, List.of("chamber's issuer"),
            Operation.DRAW, List.of("customs' officer", "quarantine's officer"),
            Operation.REVERSE, List.of("customs' officer"),
            Operation.HOLD, List.of("customs' officer", "quarantine's officer"),
            Operation.RELEASE, List.of("customs' officer"));

    /** In which statuses: all others are ILLEGAL_TRANSITION. */
    private static final Map<Operation, List<DocumentStatus>> STATUSES = Map.of(
            Operation.SUSPEND, List.of(DocumentStatus.VALID),
            Operation.REINSTATE, List.of(DocumentStatus.SUSPENDED),
            Operation.REVOKE, List.of(DocumentStatus.VALID, DocumentStatus.SUSPENDED),
            Operation.REPLACE, List.of(DocumentStatus.VALID, DocumentStatus.SUSPENDED),
            Operation.REISSUE, List.of(DocumentStatus.VALID, DocumentStatus.SUSPENDED),
            Operation.RENEW, List.of(DocumentStatus.values()),
            Operation.DRAW, List.of(DocumentStatus.VALID),
            Operation.REVERSE, List.of(DocumentStatus.VALID, DocumentStatus.SUSPENDED, DocumentStatus.REVOKED),
            Operation.HOLD, List.of(DocumentStatus.VALID, DocumentStatus.SUSPENDED),
            Operation.RELEASE, List.of(DocumentStatus.VALID, DocumentStatus.SUSPENDED, DocumentStatus.REVOKED));

    @ParameterizedTest
    @EnumSource
    void everyCellIsDecidedAsTheTableSays(DocumentStatus status) {
        SampleNetwork free = network(status, false);
        SampleNetwork held = status == DocumentStatus.SUPERSEDED ? free : network(status, true);
        List<String> expected = new ArrayList<>();
        List<String> found = new ArrayList<>();
        for (Operation operation : Operation.values()) {
            CALLERS.forEach((name, caller) -> {
                String cell = operation + " of a " + status + " document by " + name + ": ";
                expected.add(cell + expected(status, operation, name));
                SampleNetwork network = operation == Operation.RELEASE ? held : free;
                found.add(cell + found(network, operation, caller));
            });
        }
        assertEquals(String.join("\n", expected), String.join("\n", found));
        assertEquals(10 * 10, found.size());
    }

    private static String expected(DocumentStatus status, Operation operation, String caller) {
        List<DocumentStatus> statuses = STATUSES.getOrDefault(operation, List.of());
        if (ALLOWED.getOrDefault(operation, List.of()).contains(caller)) {
            return statuses.contains(status) ? "done" : "ILLEGAL_TRANSITION";
        }
        boolean issuersOperation = ALLOWED.getOrDefault(operation, List.of()).contains("chamber's issuer");
        if (issuersOperation && caller.endsWith("issuer")) {
            return "NOT_ISSUER";
        }
        // Who may not release what is not held is told that first: there is nobody to compare with.
        boolean nothingToRelease = operation == Operation.RELEASE && status == DocumentStatus.SUPERSEDED;
        return nothingToRelease && caller.endsWith("officer") ? "ILLEGAL_TRANSITION" : "NOT_AUTHORISED";
    }

    private static String found(SampleNetwork network, Operation operation, Identity caller) {
        long sequence =
                RecordText.parse(network.ledger.text("D", ID).orElseThrow()).sequence();
        String expected = Long.toString(sequence);
        SampleNetwork.Transaction made =
                switch (operation) {
                    case SUSPEND -> network.run(caller, "document:suspend", ID, expected);
                    case REINSTATE -> network.run(caller, "document:reinstate", ID, expected);
                    case REVOKE -> network.run(caller, "document:revoke", ID, expected, "unspecified");
                    case REPLACE ->
                        network.run(
                                caller,
                                "document:replace",
                                SampleNetwork.replacement(SampleNetwork.PERMIT, sequence, "P3")
                                        .write());
                    case REISSUE ->
                        network.run(
                                caller,
                                "document:reissue",
                                SampleNetwork.reissue(SampleNetwork.PERMIT, sequence, SampleNetwork.OTHER)
                                        .write());
                    case RENEW -> network.run(caller, "document:renew", ID, expected);
                    case DRAW ->
                        network.run(
                                caller,
                                "customs:draw",
                                SampleNetwork.draw(2, "1").write());
                    case REVERSE -> network.run(caller, "customs:reverse", ID, SampleNetwork.DRAWN.hex());
                    case HOLD -> network.run(caller, "customs:hold", ID, "0");
                    case RELEASE -> network.run(caller, "customs:release", ID, "1");
                };
        boolean done = made.response().getStatusCode() == 200;
        return done
                ? "done"
                : Refusal.parse(made.response().getMessage())
                        .orElseThrow()
                        .code()
                        .name();
    }

    private static SampleNetwork network(DocumentStatus status, boolean held) {
        SampleNetwork network = SampleNetwork.withLife();
        network.decide(new Proposal.Grant(
                new MspId("QuarantineMSP"),
                Customs.IMPORT_DECLARATION,
                Instant.parse("2026-01-01T00:00:00Z"),
                Optional.empty(),
                SampleNetwork.GRANT.accreditation(),
                0));
        if (held) {
            network.submit(SampleNetwork.OFFICER, "customs:hold", ID, "0");
        }
        DocumentId permit = SampleNetwork.PERMIT;
        switch (status) {
            case VALID -> {}
            case SUSPENDED -> network.submit(SampleNetwork.CHAMBER, "document:suspend", ID, "1");
            case REVOKED -> network.submit(SampleNetwork.CHAMBER, "document:revoke", ID, "1", "unspecified");
            case SUPERSEDED ->
                network.submit(
                        SampleNetwork.CHAMBER,
                        "document:replace",
                        SampleNetwork.replacement(permit, 1, "P2").write());
        }
        return network;
    }
}
