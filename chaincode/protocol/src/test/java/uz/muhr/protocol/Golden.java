package uz.muhr.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The golden files: the ledger's texts of format 1, byte for byte. */
public final class Golden {
    private Golden() {}

    public static String text(String name) {
        try (InputStream file = Golden.class.getResourceAsStream("/golden/" + name + ".json")) {
            if (file == null) {
                throw new IllegalArgumentException("There is no golden file " + name + ".json.");
            }
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("The golden file " + name + ".json could not be read.", e);
        }
    }
}
