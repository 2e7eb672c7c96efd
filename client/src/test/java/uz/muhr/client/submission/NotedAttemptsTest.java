package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import uz.muhr.client.ToldNetwork;
import uz.muhr.client.commitment.DurableFile;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.KnownSeal;
import uz.muhr.client.consignment.SealsOnLedger;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.client.fabric.TooLargeException;
import uz.muhr.client.submission.Attempted.Done;
import uz.muhr.client.submission.Sendings.Sending;
import uz.muhr.client.voyage.NewSeal;
import uz.muhr.client.voyage.Occasion;
import uz.muhr.client.voyage.SealRequests;
import uz.muhr.protocol.consignment.RegistryKey;
import uz.muhr.protocol.freight.SealClass;
import uz.muhr.protocol.freight.SealCondition;
import uz.muhr.protocol.freight.SealKind;
import uz.muhr.protocol.freight.SealManufacturer;
import uz.muhr.protocol.freight.SealNumber;
import uz.muhr.protocol.freight.SealingParty;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.seal.SealAct;
import uz.muhr.protocol.seal.SealDescription;
import uz.muhr.protocol.sealing.Observed;

/** A command about a consignment that ends in each way in which it can, and the one after it. */
class NotedAttemptsTest {
    private static final MspId CARRIER = new MspId("CarrierMSP");
    private static final RegistryKey KEY = new RegistryKey("34".repeat(32));
    private static final SealDescription ELECTRONIC =
            new SealDescription(SealClass.HIGH_SECURITY, SealKind.ELECTRONIC, SealingParty.CARRIER);
    private static final KnownSeal SECOND =
            new KnownSeal(Voyage.CONTAINER, new SealManufacturer("TAMGA"), new SealNumber("UZ0043"), List.of());

    @TempDir
    Path folder;

    private final SealsOnLedger truth = new SealsOnLedger();
    private final ConsignmentReceipt receipt = Voyage.opened();
    private ToldNetwork network;
    private Ledger ledger;
    private DurableFile note;

    @BeforeEach
    void aSealedConsignment() throws IOException {
        network = ToldNetwork.of(folder.resolve("home"), truth);
        ledger = network.ledger("carrier");
        note = new DurableFile(folder.resolve("voyage.under-way"));
        command(() -> new SealWish.Register(KEY.hash()));
        command(() -> new SealWish.Open(Voyage.pending()));
        command(() -> affixed(Voyage.SEAL));
    }

    @AfterEach
    void close() {
        ledger.close();
        network.close();
    }

    private SealWish affixed(KnownSeal seal) {
        return new SealWish.Affix(SealRequests.affix(receipt, KEY, new NewSeal(seal, ELECTRONIC), Occasion.UNSAID));
    }

    private SealWish act(SealAct act) {
        return new SealWish.Act(SealRequests.act(receipt, Voyage.SEAL, sequence(), act, Occasion.UNSAID));
    }

    private SealWish inspected() {
        return act(new SealAct.Inspect(SealCondition.RIGHT));
    }

    private SealWish reported() {
        return new SealWish.Observe(
                SealRequests.report(receipt, Voyage.SEAL, CARRIER, sequence(), SealCondition.DAMAGED, Occasion.UNSAID));
    }

    private long sequence() {
        return ledger.seals().seal(receipt.name(Voyage.SEAL)).value().sequence();
    }

    private Done command(Supplier<SealWish> wish) {
        try (NotedAttempts attempts = new NotedAttempts(ledger, note)) {
            return attempts.settle(wish);
        }
    }

    private void assertUnknown(Supplier<SealWish> wish) {
        assertThrows(OutcomeUnknownException.class, () -> command(wish));
        assertTrue(Files.exists(note.path()));
    }

    private void assertRefused(ErrorCode code, Supplier<SealWish> wish) {
        assertEquals(code, assertThrows(Refusal.class, () -> command(wish)).code());
    }

    private void assertNothingUnderWay() {
        assertFalse(Files.exists(note.path()));
    }

    /** What may be under way. */
    enum Wishes {
        INSPECT,
        REPORT,
        AFFIX,
        REPLACE,
        LINK
    }

    private SealWish wish(Wishes kind) {
        return switch (kind) {
            case INSPECT -> inspected();
            case REPORT -> reported();
            case AFFIX -> affixed(SECOND);
            case REPLACE ->
                new SealWish.Exchange(SealRequests.replace(
                        receipt, KEY, Voyage.SEAL, sequence(), new NewSeal(SECOND, ELECTRONIC), Occasion.UNSAID));
            case LINK ->
                new SealWish.Link(SealRequests.link(
                        receipt,
                        ledger.seals()
                                .consignment(receipt.id())
                                .value()
                                .consignment()
                                .sequence(),
                        List.of(Voyage.OTHER_CONTAINER),
                        List.of()));
        };
    }

    @ParameterizedTest
    @EnumSource
    void whatWasOrderedAfterItsCommandEndedIsThatCommandsOnce(Wishes kind) {
        int before = truth.ordered();
        SealWish first = wish(kind);
        truth.hold();
        assertUnknown(() -> first);
        truth.release();
        Done done = command(() -> first);
        assertTrue(done.before());
        assertEquals(before + 1, truth.ordered());
        assertNothingUnderWay();
    }

    @ParameterizedTest
    @EnumSource
    void aNoteOfWhatIsOnTheLedgerIsFoundThereThoughItNamesNoTransaction(Wishes kind) {
        SealWish wish = wish(kind);
        Done done = new Attempts(ledger, Stages.UNWATCHED).settle(wish);
        note.create(WishText.write(wish));
        Done found = command(() -> wish);
        if (kind != Wishes.REPORT) {
            assertEquals(done.place(), found.place());
            assertTrue(found.before());
        } else {
            assertTrue(Observed.parse(found.answer()).get(0) instanceof Observed.AlreadyRecorded);
        }
        assertNothingUnderWay();
    }

    @Test
    void aSkewedClockDoesNotForgetAnInspectionThatMayStillBeOrdered() {
        truth.hold();
        assertUnknown(this::inspected);
        truth.move(Duration.ofHours(-2));
        assertUnknown(this::inspected);
        truth.move(Duration.ofHours(2));
        truth.release();
        assertEquals(2, sequence());
        assertTrue(command(this::inspected).before());
        assertEquals(2, sequence(), "it was recorded once");
        assertNothingUnderWay();
    }

    @Test
    void nothingElseIsBegunWhileSomethingMayStillBeOrdered() {
        truth.hold();
        assertUnknown(this::inspected);
        truth.move(Duration.ofHours(-2));
        assertUnknown(this::reported);
        truth.move(Duration.ofHours(2));
        truth.release();
        assertFalse(command(this::reported).before());
        assertEquals(3, sequence(), "first the one, then the other");
    }

    @Test
    void onceItCanBeOrderedNoMoreARefusalIsTheEndOfIt() {
        Sending old = new Sending(
                new TransactionId("ab".repeat(32)), "", Instant.now().minus(Duration.ofMinutes(5)));
        note.create(new Noted(inspected(), List.of(old)).write());
        truth.move(Duration.ofHours(-2));
        assertRefused(ErrorCode.CLOCK_SKEW, this::inspected);
        assertNothingUnderWay();
    }

    @Test
    void untilItCannotBeOrderedAnyMoreARefusalSaysNothing() {
        Sending recent = new Sending(
                new TransactionId("ab".repeat(32)), "", Instant.now().minus(Duration.ofMinutes(3)));
        note.create(new Noted(inspected(), List.of(recent)).write());
        truth.move(Duration.ofHours(-2));
        assertUnknown(this::inspected);
    }

    @Test
    void whatWasLostForGoodIsSentAnew() {
        truth.hold();
        assertUnknown(this::inspected);
        truth.lose();
        assertFalse(command(this::inspected).before());
        assertEquals(2, sequence());
    }

    @Test
    void whatIsSentIsNotedBeforeItIsSent() {
        truth.hold();
        assertUnknown(this::inspected);
        List<Sending> sent =
                Noted.parse(note.read("note", 1 << 20).orElseThrow()).sent();
        assertEquals(1, sent.size());
        assertTrue(sent.get(0).at().isBefore(Instant.now().plusSeconds(1)));
        truth.release();
        assertEquals(sent.get(0).transaction(), command(this::inspected).place().transaction());
    }

    @Test
    void anAnswerThatNobodyHeardIsGivenByTheNextCommand() {
        truth.hold();
        assertUnknown(this::reported);
        truth.release();
        Observed outcome = Observed.parse(command(this::reported).answer()).get(0);
        assertEquals(2, ((Observed.Recorded) outcome).sequence());
    }

    @Test
    void whatLostToAnotherIsRefusedForWhatThatDid() {
        SealWish stale = inspected();
        new Attempts(ledger, Stages.UNWATCHED).settle(act(new SealAct.HandOver(new MspId("CustomsMSP"))));
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> stale);
        assertNothingUnderWay();
    }

    @Test
    void theSameDoneByAnotherOrganisationIsNotOurs() {
        SealWish inspection = inspected();
        try (Ledger customs = network.ledger("customs/officer")) {
            new Attempts(customs, Stages.UNWATCHED).settle(inspection);
        }
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> inspection);
        assertEquals(2, sequence());
    }

    @Test
    void anotherActOfOursInItsPlaceIsNotIt() {
        SealWish inspection = inspected();
        new Attempts(ledger, Stages.UNWATCHED).settle(act(new SealAct.Inspect(SealCondition.DAMAGED)));
        assertRefused(ErrorCode.STALE_SEQUENCE, () -> inspection);
    }

    @Test
    void whatWasNeverSentLeavesNothingUnderWay() {
        SealWish wish = inspected();
        truth.ail(Status.UNAVAILABLE);
        assertThrows(LedgerUnavailableException.class, () -> command(() -> wish));
        assertNothingUnderWay();
    }

    @Test
    void whatWasInterruptedIsKeptWhileTheLedgerIsNotThere() {
        SealWish wish = inspected();
        note.create(WishText.write(wish));
        truth.ail(Status.UNAVAILABLE);
        assertThrows(LedgerUnavailableException.class, () -> command(() -> wish));
        assertEquals(Optional.of(WishText.write(wish)), note.read("note", 1 << 20));
        truth.ail(null);
        command(() -> wish);
        assertEquals(2, sequence());
    }

    @Test
    void whatIsTooLargeForTheNetworkStandsInNobodysWay() {
        SealWish wish = inspected();
        truth.ail(Status.RESOURCE_EXHAUSTED.withDescription("message larger than max"));
        assertThrows(TooLargeException.class, () -> command(() -> wish));
        assertNothingUnderWay();
        note.create(WishText.write(wish));
        try (NotedAttempts attempts = new NotedAttempts(ledger, note)) {
            attempts.finishFirst();
        }
        assertNothingUnderWay();
    }

    @Test
    void whatIsTooLargeTodayMayHaveBeenSentBefore() {
        Sending recent = new Sending(new TransactionId("ab".repeat(32)), "", Instant.now());
        note.create(new Noted(inspected(), List.of(recent)).write());
        SealWish wish = inspected();
        truth.ail(Status.RESOURCE_EXHAUSTED.withDescription("message larger than max"));
        assertUnknown(() -> wish);
    }

    @Test
    void twoCommandsAtOnceAreRefusedAndTheOthersNoteStays() {
        Refusal refusal = assertThrows(
                Refusal.class,
                () -> command(() -> {
                    note.create("another's");
                    return inspected();
                }));
        assertTrue(refusal.sentence().contains("Another command"), refusal.sentence());
        assertEquals(Optional.of("another's"), note.read("note", 1 << 20));
        assertEquals(1, sequence());
    }

    @Test
    void theNoteStaysUntilWhoeverAskedWasTold() {
        SealWish wish = inspected();
        NotedAttempts killed = new NotedAttempts(ledger, note);
        killed.settle(() -> wish);
        assertTrue(Files.exists(note.path()));
        assertTrue(command(this::inspected).before(), "the next command asks for the same: that was it");
        assertEquals(2, sequence());
        assertNothingUnderWay();
    }

    @Test
    void oneCommandMaySettleSeveralWishes() {
        try (NotedAttempts attempts = new NotedAttempts(ledger, note)) {
            attempts.settle(this::inspected);
            attempts.settle(this::reported);
            attempts.finishFirst();
        }
        assertEquals(3, sequence());
        assertNothingUnderWay();
    }
}
