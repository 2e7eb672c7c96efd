package uz.muhr.client.tally;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ArgumentsSource;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.client.register.Register;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.tally.TallyView.TallyOfADay;

/** What is counted, and that none of it is counted twice or forgotten; the same on both databases. */
@ParameterizedClass
@ArgumentsSource(Databases.class)
class TalliesTest {
    private static final Clock MONDAY = Clock.fixed(Instant.parse("2026-11-23T23:59:59Z"), ZoneOffset.UTC);
    private static final Clock TUESDAY = Clock.fixed(Instant.parse("2026-11-24T00:00:00Z"), ZoneOffset.UTC);
    private static final TallyQuestion BOTH =
            new TallyQuestion(LocalDate.parse("2026-11-23"), LocalDate.parse("2026-11-24"));

    private final NewDatabase database;
    private final AtomicBoolean away = new AtomicBoolean();

    @TempDir
    Path folder;

    private RegisterSettings settings;
    private Register register;

    TalliesTest(NewDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void open() {
        settings = database.apply(folder);
        register = Register.open(settings);
    }

    @AfterEach
    void close() {
        register.close();
    }

    private Register register() {
        if (away.get()) {
            throw new RegisterUnavailableException("The register is away.", null);
        }
        return register;
    }

    private Tallies tallies(Clock clock) {
        return new Tallies(this::register, clock);
    }

    private static TallyOfADay tally(String day, Kind kind, String code, long times) {
        return new TallyOfADay(day, kind.name(), code, times);
    }

    @Test
    void eachCodeIsCountedByItselfAndByDay() {
        Tallies monday = tallies(MONDAY);
        monday.count(Kind.VERDICT, "VALID");
        monday.count(Kind.VERDICT, "VALID");
        monday.count(Kind.VERDICT, "REVOKED");
        monday.count(Kind.REFUSAL, "DOCUMENT_EXISTS");
        monday.counted(BOTH);
        Tallies tuesday = tallies(TUESDAY);
        tuesday.count(Kind.VERDICT, "VALID");
        assertEquals(
                List.of(
                        tally("2026-11-24", Kind.VERDICT, "VALID", 1),
                        tally("2026-11-23", Kind.REFUSAL, "DOCUMENT_EXISTS", 1),
                        tally("2026-11-23", Kind.VERDICT, "REVOKED", 1),
                        tally("2026-11-23", Kind.VERDICT, "VALID", 2)),
                tuesday.counted(BOTH).tallies());
        assertEquals(
                List.of(tally("2026-11-24", Kind.VERDICT, "VALID", 1)),
                tuesday.counted(new TallyQuestion(BOTH.last(), BOTH.last())).tallies());
    }

    @Test
    void askingTwiceCountsNothingTwice() {
        Tallies tallies = tallies(MONDAY);
        tallies.count(Kind.VERDICT, "VALID");
        assertEquals(tallies.counted(BOTH), tallies.counted(BOTH));
    }

    @Test
    void whatManyCountAtOnceIsAllThere() {
        Tallies tallies = tallies(MONDAY);
        IntStream.range(0, 2_000).parallel().forEach(n -> {
            tallies.count(Kind.VERDICT, "VALID");
            if (n % 500 == 0) {
                tallies.counted(BOTH);
            }
        });
        assertEquals(2_000, tallies.counted(BOTH).tallies().get(0).times());
    }

    @Test
    void whatWasCountedWhileTheDatabaseWasAwayIsThereWhenItIsBack() {
        Tallies tallies = tallies(MONDAY);
        tallies.count(Kind.VERDICT, "VALID");
        away.set(true);
        tallies.count(Kind.VERDICT, "VALID");
        assertThrows(RegisterUnavailableException.class, () -> tallies.counted(BOTH));
        away.set(false);
        assertEquals(2, tallies.counted(BOTH).tallies().get(0).times());
    }

    @Test
    void theEndWritesWhatWasCountedLast() {
        Tallies first = tallies(MONDAY);
        first.start();
        first.count(Kind.VERDICT, "VALID");
        first.close();
        assertEquals(1, tallies(MONDAY).counted(BOTH).tallies().get(0).times());
    }

    @Test
    void theEndIsQuietWhenTheDatabaseIsAway() {
        Tallies tallies = tallies(MONDAY);
        tallies.start();
        tallies.count(Kind.VERDICT, "VALID");
        away.set(true);
        tallies.close();
    }

    @Test
    void twoProcessesOfOneDatabaseAddToEachOthersCounts() {
        Tallies one = tallies(MONDAY);
        Tallies other = tallies(MONDAY);
        one.count(Kind.VERDICT, "VALID");
        other.count(Kind.VERDICT, "VALID");
        one.counted(BOTH);
        assertEquals(2, other.counted(BOTH).tallies().get(0).times());
    }

    @Test
    void aRegisterThatIsMadeAnewKeepsTheCounts() {
        Tallies tallies = tallies(MONDAY);
        tallies.count(Kind.VERDICT, "VALID");
        tallies.counted(BOTH);
        register.close();
        register = Register.openAnew(settings);
        assertEquals(1, tallies.counted(BOTH).tallies().get(0).times());
    }

    @Test
    void whatIsWrittenDownIsADayAKindACodeAndANumberAndNothingElse() {
        Tallies tallies = tallies(MONDAY);
        tallies.count(Kind.VERDICT, "VALID");
        tallies.counted(BOTH);
        List<Map<String, Object>> rows = register.beside(
                jdbc -> jdbc.sql("SELECT * FROM \"muhr_tally\".tally").query().listOfRows());
        assertEquals(1, rows.size());
        assertEquals(4, rows.get(0).size(), rows.toString());
    }
}
