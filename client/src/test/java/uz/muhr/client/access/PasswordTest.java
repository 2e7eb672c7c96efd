package uz.muhr.client.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.refusal.Refusal;

class PasswordTest {
    private final Passwords passwords = new Passwords();

    @ParameterizedTest
    @ValueSource(strings = {"", "elevenchars", "абвгдежзийк"})
    void aNewOneOfFewerThanTwelveCharactersIsRefused(String text) {
        Refusal refusal = assertThrows(Refusal.class, () -> Password.chosen(text));
        assertFalse(!text.isEmpty() && refusal.sentence().contains(text), "it is not repeated");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"twelve chars", "000000000000", "двенадцать 12", "\uD83D\uDD10\uD83D\uDD10\uD83D\uDD10 and more"
            })
    void anyTwelveCharactersWillDo(String text) {
        assertEquals(text, Password.chosen(text).handedOver());
    }

    @Test
    void charactersAreCountedAndNotTheirParts() {
        assertThrows(Refusal.class, () -> Password.chosen("\uD83D\uDD10".repeat(11)));
        assertEquals(
                512, Password.typed("\uD83D\uDD10".repeat(256)).handedOver().length());
    }

    @Test
    void nothingLongerThanAnyCanBeIsEvenHashed() {
        assertThrows(Refusal.class, () -> Password.typed("x".repeat(257)));
    }

    @Test
    void howAKeyboardComposesALetterMakesNoDifference() {
        String hash = passwords.hash(Password.chosen("caf\u00e9 caf\u00e9 caf\u00e9"));
        assertTrue(passwords.matches(Password.typed("cafe\u0301 cafe\u0301 cafe\u0301"), Optional.of(hash)));
    }

    @Test
    void ofAHashOnlyItsPasswordIsRight() {
        String hash = passwords.hash(Password.chosen("the right password"));
        assertTrue(passwords.matches(Password.typed("the right password"), Optional.of(hash)));
        for (String wrong : List.of("", "the right passwor", "the right password ", "The right password")) {
            assertFalse(passwords.matches(Password.typed(wrong), Optional.of(hash)), wrong);
        }
    }

    @Test
    void twoHashesOfOnePasswordDiffer() {
        Password password = Password.chosen("the right password");
        assertNotEquals(passwords.hash(password), passwords.hash(password));
    }

    /** Otherwise the time that it takes would tell whether there is such an account. */
    @Test
    void nobodysHashCostsWhatAnyOtherDoes() {
        String some = passwords.hash(Password.chosen("the right password"));
        assertEquals(measures(some), measures(Passwords.NOBODYS));
        assertEquals(some.length(), Passwords.NOBODYS.length());
        assertFalse(passwords.matches(Password.typed(""), Optional.empty()));
    }

    /** Argon2id, version 19, OWASP's 12 MiB, 3 passes and 1 lane. */
    @Test
    void theMeasuresAreThoseThatOwaspNames() {
        assertEquals("$argon2id$v=19$m=12288,t=3,p=1", measures(passwords.hash(Password.chosen("the right password"))));
    }

    @Test
    void aRandomOneIsLongAndNeverTheSame() {
        SecureRandom random = new SecureRandom();
        String one = Password.random(random).handedOver();
        assertTrue(one.matches("([a-hjkmnp-z2-9]{5}-){4}[a-hjkmnp-z2-9]{5}"), one);
        assertNotEquals(one, Password.random(random).handedOver());
        assertEquals(one, Password.chosen(one).handedOver());
    }

    @Test
    void itIsInNoText() {
        assertFalse(Password.chosen("the right password").toString().contains("right"));
    }

    private static String measures(String hash) {
        return hash.substring(0, hash.indexOf('$', hash.indexOf("p=")));
    }
}
