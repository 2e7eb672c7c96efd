package uz.muhr.client.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.bucket4j.TimeMeter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.access.AccessRefusal.Why;
import uz.muhr.client.database.Database;

class SignInTest {
    private static final AccountName DILNOZA = new AccountName("dilnoza");
    private static final String HERE = "192.0.2.1";

    private final Accounts accounts;
    private final SignIn signIn;
    private Password right = Password.typed("");

    SignInTest(@TempDir Path folder) {
        accounts = new Accounts(
                Database.of(folder.resolve("access/access"), null, null, null), Clock.systemUTC(), first -> {});
        signIn = new SignIn(accounts, TimeMeter.SYSTEM_NANOTIME);
    }

    @BeforeEach
    void anAccount() {
        right = Password.typed(
                accounts.create(DILNOZA, Set.of(Role.ISSUER)).password().handedOver());
    }

    @AfterEach
    void close() {
        accounts.close();
    }

    @Test
    void nameAndPasswordLetInAndTheTimeIsKept() {
        assertEquals(DILNOZA, signIn.enter("dilnoza", right, HERE).name());
        assertTrue(accounts.all().get(1).signedIn().isPresent());
    }

    @Test
    void whoeverIsTurnedAwayHearsTheSameSentence() {
        accounts.create(new AccountName("gone"), Set.of(Role.ISSUER));
        String gone = accounts.reset(new AccountName("gone")).password().handedOver();
        accounts.change(new AccountName("gone"), Optional.empty(), Optional.of(true));
        String sentence = refused("dilnoza", "not the password");
        assertEquals(sentence, refused("nobody", "not the password"));
        assertEquals(sentence, refused("gone", gone));
        assertEquals(sentence, refused("No name", gone));
        assertEquals(sentence, refused("", ""));
    }

    @Test
    void aNameThatIsTriedTooOftenIsNotEvenLookedAt() {
        for (int i = 0; i < 10; i++) {
            refused("dilnoza", "wrong " + i);
        }
        assertThrows(TooManyAttemptsException.class, () -> signIn.enter("dilnoza", right, "192.0.2.2"));
    }

    @Test
    void itsOwnerChangesAPasswordByShowingThePresentOne() {
        Account begun = signIn.enter("dilnoza", right, HERE);
        Password chosen = Password.chosen("a password of my own");
        assertThrows(AccessRefusal.class, () -> signIn.change(begun, Password.typed("wrong"), chosen, HERE));
        Account after = signIn.change(begun, right, chosen, HERE);
        assertEquals(Optional.empty(), accounts.standing(begun), "other sessions end");
        assertTrue(accounts.standing(after).isPresent());
        refused("dilnoza", right.handedOver());
        assertEquals(after.stamp(), signIn.enter("dilnoza", chosen, HERE).stamp());
    }

    @Test
    void triesAtThePresentPasswordAreCountedAsWell() {
        Account begun = signIn.enter("dilnoza", right, HERE);
        Password chosen = Password.chosen("a password of my own");
        for (int i = 0; i < 10; i++) {
            assertThrows(AccessRefusal.class, () -> signIn.change(begun, Password.typed("wrong"), chosen, HERE));
        }
        assertThrows(TooManyAttemptsException.class, () -> signIn.change(begun, right, chosen, HERE));
    }

    private String refused(String name, String password) {
        AccessRefusal refusal =
                assertThrows(AccessRefusal.class, () -> signIn.enter(name, Password.typed(password), HERE));
        assertEquals(Why.SIGN_IN_REFUSED, refusal.why());
        return refusal.sentence();
    }
}
