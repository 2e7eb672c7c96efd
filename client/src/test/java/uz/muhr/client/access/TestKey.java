package uz.muhr.client.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.database.Database;

/** The one key with every role that all clients of a run of tests know, so that a test says who it is only where that matters. */
public final class TestKey {
    private static final KeySecret SECRET = KeySecret.random(new SecureRandom());

    private TestKey() {}

    /** What a request shows as {@code Authorization}. */
    public static String header() {
        return "Bearer " + SECRET.handedOver();
    }

    /** A file for {@code --key-file}. */
    public static String file() {
        return Written.FILE.toString();
    }

    /** Makes the key known to a client that is about to be started with these settings. */
    public static void admit(String... settings) {
        try (AccessStore store = store(settings)) {
            Keys keys = new Keys(store, Clock.systemUTC());
            if (keys.standing(SECRET).isEmpty()) {
                keys.keep(SECRET, "tests", EnumSet.allOf(Role.class), Optional.empty(), "tests");
            }
        }
    }

    /** Makes another key, of these roles, known to a client that is about to be started; and what a request shows of it. */
    public static String header(Set<Role> roles, String... settings) {
        try (AccessStore store = store(settings)) {
            return "Bearer "
                    + new Keys(store, Clock.systemUTC())
                            .create("tests", roles, Optional.empty(), "tests")
                            .secret()
                            .handedOver();
        }
    }

    private static AccessStore store(String... settings) {
        Database place = Database.of(
                Path.of(String.valueOf(setting("data", settings)), "access/access"),
                setting("register.url", settings),
                setting("register.user", settings),
                setting("register.password", settings));
        return new AccessStore(place, open -> {});
    }

    private static @Nullable String setting(String name, String... settings) {
        String begin = "--muhr." + name + "=";
        return Arrays.stream(settings)
                .filter(setting -> setting.startsWith(begin))
                .map(setting -> setting.substring(begin.length()))
                .findFirst()
                .orElse(null);
    }

    /** Written when somebody asks. */
    private static final class Written {
        private static final Path FILE = write();

        private static Path write() {
            try {
                Path file = Files.createTempFile("muhr-test-", ".key");
                file.toFile().deleteOnExit();
                return Files.writeString(file, SECRET.handedOver() + "\n");
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        }
    }
}
