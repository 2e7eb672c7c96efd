package uz.muhr.client.web.oidc;

import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.security.oauth2.core.ClaimAccessor;

/** What somebody is called, for people: on the page and in the log. */
final class Names {
    private static final int LONGEST = 60;
    private static final String NAMELESS = "(no name)";

    private Names() {}

    /** The claim's text, or else the subject's or the program's id; without what could break a line or turn its direction. */
    static String of(ClaimAccessor claims, String claim) {
        return Stream.of(claim, "sub", "client_id", "azp")
                .map(claims::getClaim)
                .filter(Objects::nonNull)
                .filter(String.class::isInstance)
                .map(name -> shown((String) name))
                .filter(name -> !name.isBlank())
                .findFirst()
                .orElse(NAMELESS);
    }

    private static String shown(String name) {
        String plain = name.replaceAll("[\\p{C}\\p{Zl}\\p{Zp}]", "");
        return plain.codePointCount(0, plain.length()) > LONGEST
                ? plain.substring(0, plain.offsetByCodePoints(0, LONGEST))
                : plain;
    }
}
