package uz.muhr.client.fabric.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.refusal.Refusal;

/** A password or PIN, which a profile never holds: it says where the secret is. */
sealed interface Secret {
    /**
     * A member such as {@code {"environment": "MUHR_PIN"}} or {@code {"file": "pin"}}.
     *
     * @throws Refusal MALFORMED_ARGUMENT, also when the secret itself stands there
     */
    static Secret read(Path profile, Members of, String name) {
        Members where = of.object(name);
        Secret secret = where.<Secret>optionalText("environment", Variable::new)
                .orElseGet(() -> new SecretFile(profile.resolveSibling(where.text("file"))));
        where.end();
        return secret;
    }

    /**
     * The secret itself; whoever asked clears it after use.
     *
     * @throws UnusableKeyException when it is not there
     */
    char[] reveal();

    /** A variable of the environment. */
    record Variable(String name) implements Secret {
        @Override
        public char[] reveal() {
            String value = System.getenv(name);
            if (value == null || value.isEmpty()) {
                throw new UnusableKeyException("The environment has to hold a secret as " + name
                        + ", as the profile says; it does not. Set it, or let the profile name a file.");
            }
            return value.toCharArray();
        }
    }

    /** The first line of a file. */
    record SecretFile(Path file) implements Secret {
        @Override
        public char[] reveal() {
            try {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                String line = text.lines().findFirst().orElse("");
                if (line.isEmpty()) {
                    throw new UnusableKeyException(
                            "The first line of " + file + " has to be a secret; it is empty. Write it there.");
                }
                return line.toCharArray();
            } catch (IOException e) {
                throw new UnusableKeyException(
                        "The file " + file + " has to hold a secret, as the profile says; it cannot be read.", e);
            }
        }
    }
}
