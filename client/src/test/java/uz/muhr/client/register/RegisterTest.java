package uz.muhr.client.register;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.fabric.StateWrite;
import uz.muhr.client.following.Written;
import uz.muhr.client.register.DailyCounts.DailyCount;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.FoundPage.FoundDocument;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What the register finds, counts and refuses; the same on both databases. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class RegisterTest {
    private static final Instant MONDAY = Instant.parse("2026-11-23T10:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-11-24T10:00:00Z");
    private static final Instant WEDNESDAY = Instant.parse("2026-11-25T10:00:00Z");

    private final NewDatabase database;

    @TempDir
    Path folder;

    private RegisterSettings settings;
    private Register register;
    private Written written;

    RegisterTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        settings = database.apply(folder);
        register = Register.open(settings);
        written = new Written(register.followed(), register.rows());
    }

    @AfterEach
    void close() {
        register.close();
    }

    private final SampleDocument origin = SampleDocument.anchored(
            "ChamberMSP",
            "861",
            "CO-1",
            MONDAY,
            SampleDocument.between("2026-01-01T00:00:00Z", "2026-12-31T23:59:59Z"));
    private final SampleDocument licence = SampleDocument.anchored("QuarantineMSP", "911", "IP-1", TUESDAY);
    private final SampleDocument sameNumber = SampleDocument.anchored("QuarantineMSP", "851", "CO-1", TUESDAY);

    private void follow(long number, Instant time, SampleDocument... documents) {
        new Filling(register).follow(number, time, documents);
    }

    private void followThreeDocuments() {
        follow(0, MONDAY);
        follow(1, MONDAY, origin);
        follow(2, TUESDAY, licence, sameNumber);
    }

    private List<SampleDocument> find(String... words) {
        return new Filling(register).find(words);
    }

    @Test
    void everythingIsFoundNewestFirst() {
        followThreeDocuments();
        assertEquals(List.of(sameNumber, licence, origin), find());
    }

    @Test
    void documentsAreFoundByTypeIssuerAndStatus() {
        followThreeDocuments();
        assertEquals(List.of(licence), find("type", "911"));
        assertEquals(List.of(sameNumber, licence), find("issuer", "QuarantineMSP"));
        assertEquals(List.of(), find("issuer", "QuarantineMSP", "type", "861"));
        assertEquals(List.of(), find("status", "REVOKED"));
        SampleDocument revoked = licence.revoked(WEDNESDAY);
        follow(3, WEDNESDAY, revoked);
        assertEquals(List.of(revoked), find("status", "REVOKED"));
        assertEquals(List.of(sameNumber, origin), find("status", "VALID"));
    }

    @Test
    void aNumberFindsEveryIssuersDocumentOfThatNumberHoweverItIsWritten() {
        followThreeDocuments();
        assertEquals(List.of(sameNumber, origin), find("number", "co - 1"));
        assertEquals(List.of(origin), find("number", "CO-1", "issuer", "ChamberMSP"));
        assertEquals(List.of(), find("number", "CO-2"));
    }

    @Test
    void aNumberIsNotFoundInAnEmptyLedger() {
        follow(0, MONDAY);
        assertEquals(List.of(), find("number", "CO-1"));
    }

    @Test
    void aContentFindsTheDocumentsThatHoldIt() {
        followThreeDocuments();
        SampleDocument revoked = licence.revoked(WEDNESDAY);
        follow(3, WEDNESDAY, revoked);
        assertEquals(
                List.of(revoked),
                find("commitment", SampleDocument.commitment("IP-1").hex()));
        assertEquals(
                List.of(sameNumber, origin),
                find("commitment", SampleDocument.commitment("CO-1").hex()));
    }

    @Test
    void bothEndsOfTheTimeOfAnchoringBelongToIt() {
        followThreeDocuments();
        assertEquals(List.of(sameNumber, licence), find("anchoredFrom", "2026-11-24"));
        assertEquals(List.of(origin), find("anchoredUntil", "2026-11-23"));
        assertEquals(
                List.of(origin), find("anchoredFrom", "2026-11-23T10:00:00Z", "anchoredUntil", "2026-11-23T10:00:00Z"));
        assertEquals(List.of(), find("anchoredUntil", "2026-11-23T09:59:59Z"));
    }

    @Test
    void validityIsAskedOfTheVersionThatStoodThen() {
        followThreeDocuments();
        SampleDocument revoked = origin.revoked(WEDNESDAY);
        follow(3, WEDNESDAY, revoked);
        assertEquals(List.of(origin), find("issuer", "ChamberMSP", "validAt", "2026-11-24"));
        assertEquals(List.of(origin), find("status", "VALID", "type", "861", "validAt", "2026-11-25T09:59:59Z"));
        assertEquals(List.of(revoked), find("status", "REVOKED", "validAt", "2026-11-25T10:00:00Z"));
        assertEquals(List.of(), find("type", "861", "validAt", "2026-11-22"), "it was not anchored yet");
        assertEquals(List.of(revoked), find("type", "861", "validAt", "2026-12-31T23:59:59Z"));
        assertEquals(List.of(), find("type", "861", "validAt", "2027-01-01"), "it had expired");
    }

    @Test
    void pagesHoldEachDocumentOnceThoughTheLedgerGrowsBetweenThem() {
        follow(0, MONDAY);
        List<SampleDocument> all = new ArrayList<>(IntStream.range(0, 25)
                .mapToObj(n -> SampleDocument.anchored("ChamberMSP", "861", "P-" + n, MONDAY))
                .toList());
        follow(1, MONDAY, all.toArray(SampleDocument[]::new));
        List<SampleDocument> seen = new ArrayList<>();
        String after = null;
        int pages = 0;
        do {
            Map<String, String> words = new HashMap<>(Map.of("limit", "10"));
            if (after != null) {
                words.put("after", after);
            }
            FoundPage page = register.search(SearchText.search(words));
            assertEquals(1 + pages, page.asOf().number());
            seen.addAll(Filling.documents(page));
            pages++;
            follow(1 + pages, TUESDAY, SampleDocument.anchored("ChamberMSP", "861", "NEW-" + pages, TUESDAY));
            after = page.next().map(Position::toString).orElse(null);
        } while (after != null);
        Collections.reverse(all);
        assertEquals(all, seen);
        assertEquals(3, pages);
    }

    @Test
    void anAnswerSaysAsOfWhichBlockAndWhichBlockWroteEachVersion() {
        followThreeDocuments();
        FoundPage page = register.search(SearchText.search(Map.of()));
        assertEquals(2, page.asOf().number());
        assertEquals(Written.hash(2), page.asOf().hash());
        assertEquals(TUESDAY, page.asOf().time());
        assertEquals(
                List.of(2L, 2L, 1L),
                page.documents().stream().map(FoundDocument::block).toList());
    }

    @Test
    void anEmptyRegisterDoesNotAnswer() {
        assertTrue(assertThrows(RegisterUnavailableException.class, this::find)
                .sentence()
                .contains("no block"));
    }

    @Test
    void eachDocumentIsCountedOnTheDayItWasAnchored() {
        followThreeDocuments();
        follow(3, WEDNESDAY, origin.revoked(WEDNESDAY));
        DailyCounts counts = counts(Map.of("anchoredFrom", "2026-11-01", "anchoredUntil", "2026-11-30"));
        assertEquals(
                List.of(
                        new DailyCount(LocalDate.of(2026, 11, 24), new MspId("QuarantineMSP"), 2),
                        new DailyCount(LocalDate.of(2026, 11, 23), new MspId("ChamberMSP"), 1)),
                counts.counts());
        assertEquals(3, counts.asOf().number());
        assertEquals(
                1,
                counts(Map.of("issuer", "ChamberMSP", "anchoredUntil", "2026-11-24"))
                        .counts()
                        .size());
        assertEquals(List.of(), counts(Map.of("anchoredFrom", "2026-11-25")).counts());
    }

    private DailyCounts counts(Map<String, String> words) {
        return register.counts(SearchText.counts(words, LocalDate.of(2026, 11, 30)));
    }

    @Test
    void aBlockIsWrittenOnce() {
        followThreeDocuments();
        assertEquals(Optional.empty(), written.write(Written.block(2, TUESDAY, List.of(licence.write()))));
        assertEquals(List.of(sameNumber, licence, origin), find());
    }

    @Test
    void aBlockWithOneUnreadableRecordLeavesNoTrace() {
        followThreeDocuments();
        StateWrite broken = new StateWrite(0, "D", List.of(origin.id().hex()), "{\"format\":2}");
        SampleDocument other = SampleDocument.anchored("ChamberMSP", "861", "CO-9", WEDNESDAY);
        Refusal refusal = assertThrows(
                Refusal.class, () -> written.write(Written.block(3, WEDNESDAY, List.of(other.write(), broken))));
        assertEquals(ErrorCode.CORRUPT_RECORD, refusal.code());
        assertTrue(refusal.sentence().startsWith("Block 3 holds what this version cannot read"), refusal.sentence());
        assertEquals(List.of(sameNumber, licence, origin), find());
        assertEquals(2, register.asOf().number());
    }

    @Test
    void blocksThatArriveTogetherAreWrittenTogetherThoughOneChangesWhatTheOtherBrought() {
        follow(0, MONDAY);
        SampleDocument suspended = origin.suspended(TUESDAY);
        assertEquals(
                List.of(Optional.of(3)),
                written.write(List.of(
                        Written.block(1, MONDAY, List.of(origin.write())),
                        Written.block(2, TUESDAY, List.of(suspended.write())),
                        Written.block(3, TUESDAY, List.of(licence.write())))));
        assertEquals(List.of(licence, suspended), find());
        assertEquals(List.of(origin), find("validAt", "2026-11-23T23:00:00Z"));
        assertEquals(3, register.asOf().number());
    }

    @Test
    void ofBlocksThatArriveTogetherEachIsWrittenThoughAnotherFollowerHasWrittenOne() {
        followThreeDocuments();
        SampleDocument other = SampleDocument.anchored("ChamberMSP", "861", "CO-9", WEDNESDAY);
        assertEquals(
                List.of(Optional.empty(), Optional.of(1)),
                written.write(List.of(
                        Written.block(2, TUESDAY, List.of(licence.write())),
                        Written.block(3, WEDNESDAY, List.of(other.write())))));
        assertEquals(List.of(other, sameNumber, licence, origin), find());
    }

    @Test
    void ofBlocksThatArriveTogetherThoseBeforeAnUnreadableOneAreWritten() {
        followThreeDocuments();
        StateWrite broken = new StateWrite(0, "D", List.of(origin.id().hex()), "{\"format\":2}");
        SampleDocument other = SampleDocument.anchored("ChamberMSP", "861", "CO-9", WEDNESDAY);
        assertThrows(
                Refusal.class,
                () -> written.write(List.of(
                        Written.block(3, WEDNESDAY, List.of(other.write())),
                        Written.block(4, WEDNESDAY, List.of(broken)))));
        assertEquals(List.of(other, sameNumber, licence, origin), find());
        assertEquals(3, register.asOf().number());
    }

    @Test
    void aVersionThatDoesNotFollowTheLastOneIsRefused() {
        followThreeDocuments();
        SampleDocument unknown =
                SampleDocument.anchored("ChamberMSP", "861", "CO-9", MONDAY).revoked(WEDNESDAY);
        assertThrows(Refusal.class, () -> written.write(Written.block(3, WEDNESDAY, List.of(unknown.write()))));
        assertEquals(2, register.asOf().number());
    }

    @Test
    void otherKindsOfKeysAreNotTheRegisters() {
        follow(0, MONDAY);
        List<StateWrite> others = List.of(
                new StateWrite(
                        0,
                        "C",
                        List.of(
                                SampleDocument.commitment("CO-1").hex(),
                                origin.id().hex()),
                        "\0"),
                new StateWrite(0, "E", List.of(origin.id().hex(), "1"), "{}"),
                new StateWrite(0, "Q", List.of(), "anything"));
        assertEquals(Optional.of(0), written.write(Written.block(1, MONDAY, others)));
        assertEquals(1, register.asOf().number());
    }

    @Test
    void itIsStillThereWhenItIsOpenedAgainAndEmptyWhenOpenedAnew() {
        followThreeDocuments();
        register.close();
        register = Register.open(settings);
        assertEquals(List.of(sameNumber, licence, origin), find());
        register.close();
        register = Register.openAnew(settings);
        assertThrows(RegisterUnavailableException.class, register::asOf);
    }
}
