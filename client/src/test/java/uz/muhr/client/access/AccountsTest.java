package uz.muhr.client.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.client.access.AccessRefusal.Why;
import uz.muhr.client.access.Accounts.Made;
import uz.muhr.client.database.Database;
import uz.muhr.client.register.Databases;
import uz.muhr.client.register.Databases.NewDatabase;
import uz.muhr.protocol.refusal.Refusal;

class AccountsTest {
    private static final AccountName ADMINISTRATOR = new AccountName("administrator");
    private static final AccountName DILNOZA = new AccountName("dilnoza");

    @TempDir
    Path folder;

    private final List<Made> welcomed = new ArrayList<>();

    private Accounts open(Database place) {
        return new Accounts(place, Clock.systemUTC(), welcomed::add);
    }

    private Database place(NewDatabase database) {
        Database given = database.apply(folder).database();
        return given.file().isEmpty() ? given : onFile();
    }

    private Database onFile() {
        return Database.of(folder.resolve("access/access"), null, null, null);
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void anEmptyDatabaseGetsAnAdministratorWhosePasswordIsSaidOnce(NewDatabase database) {
        Database place = place(database);
        try (Accounts accounts = open(place)) {
            assertEquals(List.of(ADMINISTRATOR), names(accounts));
        }
        try (Accounts again = open(place)) {
            assertEquals(List.of(ADMINISTRATOR), names(again));
            assertEquals(1, welcomed.size());
            Made first = welcomed.get(0);
            assertEquals(Set.of(Role.ADMINISTRATOR), first.account().roles());
            assertEquals(
                    first.account().name(),
                    new SignIn(again)
                            .enter("administrator", typed(first), "192.0.2.1")
                            .name());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void anAccountIsFoundAsItWasMade(NewDatabase database) {
        try (Accounts accounts = open(place(database))) {
            Made made = accounts.create(DILNOZA, Set.of(Role.ISSUER, Role.OFFICER));
            assertEquals(List.of(ADMINISTRATOR, DILNOZA), names(accounts));
            assertEquals(made.account(), accounts.all().get(1));
            assertEquals(Optional.of(made.account()), accounts.standing(made.account()));
            AccessRefusal taken =
                    assertThrows(AccessRefusal.class, () -> accounts.create(DILNOZA, Set.of(Role.ISSUER)));
            assertEquals(Why.ACCOUNT_EXISTS, taken.why());
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void whatWasBegunUnderAnAccountEndsWithEachOfItsChanges(NewDatabase database) {
        try (Accounts accounts = open(place(database))) {
            Account begun = accounts.create(DILNOZA, Set.of(Role.ISSUER)).account();
            Account other = accounts.change(DILNOZA, Optional.of(Set.of(Role.AUDITOR)), Optional.empty());
            assertEquals(Set.of(Role.AUDITOR), other.roles());
            assertEquals(Optional.empty(), accounts.standing(begun));
            assertEquals(Optional.of(other), accounts.standing(other));
            Account reset = accounts.reset(DILNOZA).account();
            assertEquals(Optional.empty(), accounts.standing(other));
            Account disabled = accounts.change(DILNOZA, Optional.empty(), Optional.of(true));
            assertEquals(Optional.empty(), accounts.standing(reset));
            assertEquals(Optional.empty(), accounts.standing(disabled), "nobody begins anything under it");
            assertEquals(Set.of(Role.AUDITOR), disabled.roles(), "what is not named stays");
            Account again = accounts.change(DILNOZA, Optional.empty(), Optional.of(false));
            assertEquals(Optional.of(again), accounts.standing(again));
        }
    }

    @ParameterizedTest
    @ArgumentsSource(Databases.class)
    void theLastWhoKeepsAccountsGoesOnKeepingThem(NewDatabase database) {
        try (Accounts accounts = open(place(database))) {
            for (Optional<Boolean> disabled : List.of(Optional.of(true), Optional.<Boolean>empty())) {
                AccessRefusal last = assertThrows(
                        AccessRefusal.class,
                        () -> accounts.change(ADMINISTRATOR, Optional.of(Set.of(Role.ISSUER)), disabled));
                assertEquals(Why.LAST_ADMINISTRATOR, last.why());
            }
            accounts.create(DILNOZA, Set.of(Role.ADMINISTRATOR));
            accounts.change(DILNOZA, Optional.empty(), Optional.of(true));
            assertThrows(
                    AccessRefusal.class,
                    () -> accounts.change(ADMINISTRATOR, Optional.empty(), Optional.of(true)),
                    "the other one is disabled");
            accounts.change(DILNOZA, Optional.empty(), Optional.of(false));
            assertTrue(accounts.change(ADMINISTRATOR, Optional.empty(), Optional.of(true))
                    .disabled());
        }
    }

    @Test
    void ofWhatIsNotThereNothingIsChanged() {
        try (Accounts accounts = open(onFile())) {
            for (Runnable change : List.<Runnable>of(
                    () -> accounts.reset(DILNOZA),
                    () -> accounts.change(DILNOZA, Optional.empty(), Optional.of(true)))) {
                assertEquals(
                        Why.UNKNOWN_ACCOUNT,
                        assertThrows(AccessRefusal.class, change::run).why());
            }
        }
    }

    @Test
    void neitherAPasswordNorAKeyIsInItsFileWhichOnlyItsOwnerReads() throws Exception {
        String password;
        String key;
        try (Accounts accounts = open(onFile())) {
            password = accounts.create(DILNOZA, Set.of(Role.ISSUER)).password().handedOver();
            key = new Keys(accounts.store(), Clock.systemUTC())
                    .create("a key", Set.of(Role.ISSUER), Optional.empty(), "administrator")
                    .secret()
                    .handedOver();
        }
        assertEquals(
                "rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("access"))));
        String kept = Files.readString(folder.resolve("access/access.mv.db"), StandardCharsets.ISO_8859_1);
        assertTrue(kept.contains("dilnoza") && kept.contains("$argon2id$"), "nothing of it is hidden from this test");
        assertFalse(kept.contains(password) || kept.contains(key.substring(22)));
    }

    @Test
    void aDatabaseThatAnotherProcessHasLetsNobodyInAndSaysSo() throws Exception {
        Files.createDirectories(folder.resolve("access"));
        Files.writeString(
                folder.resolve("access/access.mv.db"), "not a database of H2, and long enough to be read as one");
        try (Accounts accounts = open(onFile())) {
            AccessUnavailableException closed = assertThrows(AccessUnavailableException.class, accounts::all);
            assertEquals(
                    "Accounts and keys cannot be read: another client of Muhr has their file, or it is damaged.",
                    closed.sentence());
            assertEquals(
                    closed.sentence(),
                    assertThrows(AccessUnavailableException.class, accounts::all)
                            .sentence());
        }
        assertEquals(List.of(), welcomed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Dilnoza", "1dilnoza", "dilnoza ", "d/n", "d\nn", "дилноза", "dilnoza@example"})
    void aNameIsSmallLettersAndIsNotRepeatedWhenItIsNot(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> new AccountName(text));
        assertFalse(text.length() > 2 && refusal.sentence().contains(text), refusal.sentence());
        assertThrows(Refusal.class, () -> new AccountName("a".repeat(41)));
        assertEquals(40, new AccountName("a".repeat(40)).value().length());
    }

    @Test
    void aNewPasswordIsAnotherEachTime() {
        try (Accounts accounts = open(onFile())) {
            String first =
                    accounts.create(DILNOZA, Set.of(Role.ISSUER)).password().handedOver();
            assertNotEquals(first, accounts.reset(DILNOZA).password().handedOver());
        }
    }

    private static Password typed(Made made) {
        return Password.typed(made.password().handedOver());
    }

    private static List<AccountName> names(Accounts accounts) {
        return accounts.all().stream().map(Account::name).toList();
    }
}
