package uz.muhr.client.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import uz.muhr.client.access.Account;
import uz.muhr.client.access.Caller;

/**
 * Sessions of people, each with a token that its page has to send along with whatever it changes. Only who signs in has one,
 * so nobody else costs memory, and it is never one that was there before.
 */
public final class Sessions {
    private static final String ENDS = Sessions.class.getName();

    private final Duration idle;
    private final Duration longest;
    private final Clock clock;
    private final CookieCsrfTokenRepository tokens = CookieCsrfTokenRepository.withHttpOnlyFalse();
    private final HttpSessionSecurityContextRepository contexts = new HttpSessionSecurityContextRepository();

    /**
     * None yet.
     *
     * @param idle how long one lasts in which nothing is asked
     * @param longest how long any lasts
     */
    public Sessions(Duration idle, Duration longest, Clock clock) {
        this.idle = idle;
        this.longest = longest;
        this.clock = clock;
        tokens.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
    }

    CsrfTokenRepository tokens() {
        return tokens;
    }

    /** Begins one for somebody who has just shown who it is. */
    public void begin(HttpServletRequest request, HttpServletResponse response, Caller caller) {
        begin(request, response, caller, longest);
    }

    /** The same, for no longer than this. */
    public void begin(HttpServletRequest request, HttpServletResponse response, Caller caller, Duration most) {
        end(request, response);
        HttpSession session = request.getSession(true);
        session.setMaxInactiveInterval((int) idle.toSeconds());
        session.setAttribute(ENDS, clock.instant().plus(most.compareTo(longest) < 0 ? most : longest));
        contexts.saveContext(Callers.enter(caller), request, response);
        tokens.saveToken(tokens.generateToken(request), request, response);
    }

    /** Goes on with the present one, under the account as it stands now. */
    public void goOn(HttpServletRequest request, HttpServletResponse response, Account account) {
        contexts.saveContext(Callers.enter(new Caller.Person(account)), request, response);
    }

    /** Sees to it that the page of a session has its token. */
    public void keepToken(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken token = tokens.loadToken(request);
        if (token == null) {
            tokens.saveToken(tokens.generateToken(request), request, response);
        }
    }

    /** Ends the present one, if there is any; whoever has its cookie has nothing. */
    public void end(HttpServletRequest request, HttpServletResponse response) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            session.invalidate();
            tokens.saveToken(null, request, response);
        }
        Callers.leave();
    }

    /** Whether a session lasts longer than any may. */
    boolean isOver(HttpSession session) {
        return !(session.getAttribute(ENDS) instanceof Instant ends)
                || clock.instant().isAfter(ends);
    }
}
