package uz.muhr.client.web.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Optional;
import org.springframework.web.filter.OncePerRequestFilter;
import uz.muhr.client.access.AccessUnavailableException;
import uz.muhr.client.access.Accounts;
import uz.muhr.client.access.Caller;
import uz.muhr.client.web.problem.Problem;
import uz.muhr.client.web.problem.ProblemAnswer;
import uz.muhr.client.web.problem.ProblemCode;

/** Ends the session of somebody whose account was disabled or changed since, and the one that has lasted long enough. */
final class SessionDoor extends OncePerRequestFilter {
    private final Accounts accounts;
    private final Sessions sessions;
    private final ProblemAnswer answer;

    SessionDoor(Accounts accounts, Sessions sessions, ProblemAnswer answer) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.answer = answer;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpSession session = request.getSession(false);
        Optional<Caller> caller = Callers.present();
        if (session != null && caller.isPresent()) {
            try {
                if (sessions.isOver(session) || !stands(caller.get())) {
                    sessions.end(request, response);
                }
            } catch (AccessUnavailableException e) {
                answer.write(Problem.of(ProblemCode.ACCESS_UNAVAILABLE, e.sentence()), response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    /** What a provider vouched for holds as long as the session. */
    private boolean stands(Caller caller) {
        return !(caller instanceof Caller.Person person)
                || accounts.standing(person.account()).isPresent();
    }
}
