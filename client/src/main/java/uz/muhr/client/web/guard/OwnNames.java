package uz.muhr.client.web.guard;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import uz.muhr.client.address.ThisComputer;

/**
 * The names under which this client answers, and how. Under any other name somebody else's page could reach it through a
 * visitor's browser (DNS rebinding).
 *
 * @param https whether over HTTPS, and not in the clear
 * @param hosts at least one, in lower case, without ports
 */
public record OwnNames(boolean https, List<String> hosts) {

    /** RFC 9110 section 7.2, as far as {@link #has} needs it; what does not match is nobody's name. */
    private static final Pattern HEADER = Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+)(:[0-9]{1,5})?");

    /** A DNS name or an IPv4 address, or an IPv6 address in brackets. */
    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*|\\[[0-9a-f:.]{2,45}]",
            Pattern.CASE_INSENSITIVE);

    private static final int USUAL_HTTPS_PORT = 443;

    public OwnNames {
        hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
    }

    /** These, or this computer's own where there are none. */
    public static OwnNames of(boolean https, List<String> hosts) {
        return new OwnNames(https, hosts.isEmpty() ? ThisComputer.NAMES : hosts);
    }

    /** Whether it is a host's name alone, without scheme, port or path. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    /** Where this client is, for whoever looks for it. */
    public String address(int port) {
        return scheme() + hosts.get(0) + (https && port == USUAL_HTTPS_PORT ? "" : ":" + port) + "/";
    }

    /** Whether a request's header Host names this client. */
    boolean has(String host) {
        Matcher header = HEADER.matcher(host);
        return header.matches() && hosts.contains(header.group(1).toLowerCase(Locale.ROOT));
    }

    /** What a page of ours that was asked under this Host says its origin is. */
    String origin(String host) {
        return scheme() + host.toLowerCase(Locale.ROOT);
    }

    private String scheme() {
        return https ? "https://" : "http://";
    }
}
