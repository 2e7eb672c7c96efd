package uz.muhr.client.stamp;

import java.net.URI;
import java.net.URISyntaxException;
import uz.muhr.client.address.ThisComputer;
import uz.muhr.protocol.json.Shown;
import uz.muhr.protocol.refusal.Refusal;

/**
 * The address of the page on which people verify documents. It is printed on paper that outlives this client, so it comes
 * from whoever runs the client, never from a request.
 *
 * @param address with a slash at its end
 */
public record VerifyPage(URI address) {
    private static final int LONGEST = 100;

    /**
     * Refuses what people could not be sent to.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public VerifyPage {
        boolean safe = "https".equals(address.getScheme())
                || ("http".equals(address.getScheme())
                        && ThisComputer.NAMES.contains(String.valueOf(address.getHost())));
        boolean plain = address.getRawUserInfo() == null
                && address.getRawQuery() == null
                && address.getRawFragment() == null
                && address.getHost() != null
                && address.getRawPath().endsWith("/")
                && address.toString().length() <= LONGEST;
        if (!safe || !plain) {
            throw refused(address.toString());
        }
    }

    /**
     * The address that a person set.
     *
     * @throws Refusal MALFORMED_ARGUMENT
     */
    public static VerifyPage parse(String text) {
        try {
            return new VerifyPage(new URI(text.endsWith("/") ? text : text + "/"));
        } catch (URISyntaxException e) {
            throw new Refusal(refused(text).code(), refused(text).sentence(), e);
        }
    }

    private static Refusal refused(String text) {
        return Refusal.malformed(
                "The page where documents are verified has to be an https address of at most " + LONGEST
                        + " characters, without user, query or fragment, such as https://verify.example/; it is \""
                        + Shown.of(text) + "\".");
    }
}
