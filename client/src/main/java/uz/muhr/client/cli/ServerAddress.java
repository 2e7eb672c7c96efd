package uz.muhr.client.cli;

import java.net.URI;
import uz.muhr.client.address.ThisComputer;
import uz.muhr.protocol.refusal.Refusal;

/** Where a running client is, such as {@code http://127.0.0.1:8080}. */
record ServerAddress(String text) {
    /**
     * Refuses what cannot be.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    ServerAddress {
        if (!text.matches("https?://[^/?#\\s]+/?")) {
            throw Refusal.malformed("--server has to be an address such as http://127.0.0.1:8080.");
        }
        text = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** @param path from the root on, such as {@code /api/documents} */
    URI at(String path) {
        return URI.create(text + path);
    }

    /** Whether nobody else reads what is sent there. */
    boolean keepsSecrets() {
        String host = URI.create(text).getHost();
        return text.startsWith("https:") || (host != null && ThisComputer.NAMES.contains(host));
    }

    /** What to say when it lets us in only with a key that stands. */
    String lockedOut(boolean withKey) {
        return "The client of Muhr at " + text
                + (withKey ? " does not take this key." : " takes nothing without a key.")
                + " Put one that its administrator made into MUHR_KEY, or into a file that --key-file names.";
    }

    /** What to say when nobody answers there. */
    String silence() {
        return "No client of Muhr answers at " + text + ". Start it with scripts/muhr serve.";
    }
}
