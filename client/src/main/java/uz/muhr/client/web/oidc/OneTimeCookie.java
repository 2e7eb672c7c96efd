package uz.muhr.client.web.oidc;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/**
 * Something that is kept here for one browser until it comes back for it, once. The browser has a random number and nothing
 * else; of more browsers than are remembered some are forgotten, and begin anew.
 */
final class OneTimeCookie<T> {
    private static final int MOST = 10_000;
    private static final int RANDOM_BYTES = 32;

    private final String name;
    private final String path;
    private final String sameSite;
    private final Duration patience;
    private final SecureRandom random = new SecureRandom();
    private final Cache<String, T> kept;

    /** @param sameSite from whose pages the browser brings it along (RFC 6265bis section 4.1.2.7) */
    OneTimeCookie(String name, String path, String sameSite, Duration patience) {
        this.name = name;
        this.path = path;
        this.sameSite = sameSite;
        this.patience = patience;
        this.kept = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(patience)
                .executor(Runnable::run)
                .build();
    }

    void keep(T value, HttpServletRequest request, HttpServletResponse response) {
        byte[] bytes = new byte[RANDOM_BYTES];
        random.nextBytes(bytes);
        String key = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        kept.put(key, value);
        set(key, patience, request, response);
    }

    Optional<T> seen(HttpServletRequest request) {
        return key(request).map(kept::getIfPresent);
    }

    Optional<T> taken(HttpServletRequest request, HttpServletResponse response) {
        Optional<String> key = key(request);
        if (key.isPresent()) {
            set("", Duration.ZERO, request, response);
        }
        return key.map(kept.asMap()::remove);
    }

    private Optional<String> key(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, name)).map(Cookie::getValue);
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                HttpHeaders.SET_COOKIE,
                ResponseCookie.from(name, value)
                        .path(path)
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite(sameSite)
                        .build()
                        .toString());
    }
}
