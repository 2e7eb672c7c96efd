package uz.muhr.client.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import uz.muhr.client.address.ThisComputer;
import uz.muhr.protocol.refusal.Refusal;

/**
 * Where messages are sent: by https anywhere, by http only on this computer. Whether the address behind the name may be
 * reached is seen when it is connected to.
 */
public record Target(URI url) {
    private static final int LONGEST = 2_000;

    /**
     * Refuses what cannot be sent to.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public Target {
        String host = url.getHost();
        if (host == null || url.getRawUserInfo() != null || url.getRawFragment() != null || url.getPort() > 65_535) {
            throw malformed("it has to have a host, and neither a user nor a fragment");
        }
        boolean https = "https".equalsIgnoreCase(url.getScheme());
        if (!https && !("http".equalsIgnoreCase(url.getScheme()) && isThisComputer(host))) {
            throw malformed("it has to begin with https, or with http and name this computer");
        }
    }

    /**
     * Reads a URL.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static Target parse(String text) {
        if (text.length() > LONGEST) {
            throw malformed("it may have at most " + LONGEST + " characters");
        }
        try {
            return new Target(new URI(text));
        } catch (URISyntaxException e) {
            throw malformed("it is no URL (RFC 3986)");
        }
    }

    /** Whether a host is this computer by its very name, whatever a name server says. */
    static boolean isThisComputer(String host) {
        return ThisComputer.NAMES.contains(host.toLowerCase(Locale.ROOT));
    }

    private static Refusal malformed(String fault) {
        return Refusal.malformed("A webhook's URL cannot be used: " + fault + ".");
    }
}
