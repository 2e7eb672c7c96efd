package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.quantity.Amount;
import uz.muhr.protocol.quantity.Quantity;
import uz.muhr.protocol.quantity.UnitCode;
import uz.muhr.protocol.record.DocumentStatus;

/** What the register shows of a document's life: suspended, revoked, reissued, replaced, written off. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class LifeInTheRegisterTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T10:00:00Z");

    private final NewDatabase database;

    @TempDir
    Path folder;

    private Register register;
    private Filling filling;

    private final Quantity tenTonnes = new Quantity(Amount.parse("10"), new UnitCode("TNE"));
    private final SampleDocument permit = SampleDocument.limited("QuarantineMSP", "911", "IP-1", MONDAY, tenTonnes);
    private final SampleDocument successor = permit.successor("IP-2", TUESDAY);
    private final Commitment corrected = SampleDocument.commitment("IP-1, corrected");

    LifeInTheRegisterTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void followAPermit() {
        register = Register.open(database.apply(folder));
        filling = new Filling(register);
        filling.follow(0, MONDAY);
        filling.follow(1, MONDAY, permit);
    }

    @AfterEach
    void close() {
        register.close();
    }

    private SampleDocument become(DocumentStatus status) {
        return switch (status) {
            case VALID -> permit.suspended(TUESDAY).reinstated(WEDNESDAY);
            case SUSPENDED -> permit.suspended(TUESDAY);
            case REVOKED -> permit.revoked(TUESDAY);
            case SUPERSEDED -> permit.replacedBy(successor);
        };
    }

    @ParameterizedTest
    @EnumSource
    void whateverARecordSaysOfItselfIsKeptAndFound(DocumentStatus status) {
        if (status == DocumentStatus.VALID) {
            filling.follow(2, TUESDAY, become(DocumentStatus.SUSPENDED));
            filling.follow(3, WEDNESDAY, become(status));
        } else {
            filling.follow(2, TUESDAY, become(status));
        }
        for (DocumentStatus other : DocumentStatus.values()) {
            assertEquals(
                    other == status ? List.of(become(status)) : List.of(),
                    filling.find("status", other.name()),
                    other.name());
        }
    }

    @Test
    void aSuspensionIsSeenForTheTimeItLasted() {
        SampleDocument suspended = permit.suspended(TUESDAY);
        SampleDocument reinstated = suspended.reinstated(WEDNESDAY);
        filling.follow(2, TUESDAY, suspended);
        filling.follow(3, WEDNESDAY, reinstated);
        assertEquals(List.of(permit), filling.find("validAt", "2026-11-24T09:59:59Z"));
        assertEquals(List.of(suspended), filling.find("validAt", "2026-11-25T09:59:59Z", "status", "SUSPENDED"));
        assertEquals(List.of(reinstated), filling.find("validAt", "2026-11-25T10:00:00Z", "status", "VALID"));
    }

    @Test
    void aReissuedDocumentIsFoundByItsNewContentAndByTheFormerOne() {
        SampleDocument reissued = permit.reissued(corrected, TUESDAY);
        filling.follow(2, TUESDAY, reissued);
        assertEquals(List.of(reissued), filling.find("commitment", corrected.hex()));
        assertEquals(
                List.of(reissued),
                filling.find("commitment", permit.record().commitment().hex()));
        assertEquals(List.of(permit), filling.find("commitment", corrected.hex(), "validAt", "2026-11-23T10:00:00Z"));
    }

    @Test
    void aDocumentThatIsReissuedWhileSuspendedStaysSuspended() {
        SampleDocument suspended = permit.suspended(TUESDAY);
        filling.follow(2, TUESDAY, suspended);
        SampleDocument reissued = suspended.reissued(corrected, WEDNESDAY);
        filling.follow(3, WEDNESDAY, reissued);
        assertEquals(List.of(reissued), filling.find("commitment", corrected.hex(), "status", "SUSPENDED"));
    }

    @Test
    void aReplacedDocumentAndItsSuccessorOfOneTransactionNameEachOther() {
        SampleDocument replaced = permit.replacedBy(successor);
        filling.follow(2, TUESDAY, successor, replaced);
        assertEquals(List.of(successor, replaced), filling.find("type", "911"));
        assertEquals(List.of(successor), filling.find("number", "IP-2"));
        assertEquals(List.of(successor), filling.find("status", "VALID"));
        DocumentId found = filling.find("status", "SUPERSEDED")
                .get(0)
                .record()
                .replacedBy()
                .orElseThrow();
        assertEquals(successor.id(), found);
        assertEquals(
                Optional.of(permit.id()),
                filling.find("number", "IP-2").get(0).record().replaces());
    }

    @Test
    void aQuantityIsShownAsItWasAnchoredThoughCustomsWritesOffAndHolds() {
        SampleCustoms customs = new SampleCustoms(permit.id());
        filling.followAll(2, TUESDAY, 1, customs.writes(SampleCustoms.draw("4", 1, TUESDAY), "4", TUESDAY));
        filling.followAll(3, TUESDAY, 1, customs.write(SampleCustoms.held(TUESDAY)));
        assertEquals(List.of(permit), filling.find());
        assertEquals(Optional.of(tenTonnes), filling.find().get(0).record().quantity());
    }
}
