package uz.muhr.client.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;
import uz.muhr.client.web.access.AccessTable.Entry;
import uz.muhr.client.web.access.AccessTable.Nothing;
import uz.muhr.client.web.access.AccessTable.OtherMethods;
import uz.muhr.client.web.problem.Problem;
import uz.muhr.client.web.problem.ProblemAnswer;
import uz.muhr.client.web.problem.ProblemCode;

/** Tells whoever is turned away why: there is no such operation, it is not known who asks, or that one may not. */
final class Denials implements AuthenticationEntryPoint, AccessDeniedHandler {
    private final Admission admission;
    private final String doors;
    private final ProblemAnswer answer;

    /** @param doors where people sign in, and by what programs show who they are */
    Denials(Admission admission, String doors, ProblemAnswer answer) {
        this.admission = admission;
        this.doors = doors;
        this.answer = answer;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException unknown)
            throws IOException {
        deny(
                request,
                response,
                Problem.of(
                        ProblemCode.NOT_SIGNED_IN,
                        "This is for people who have signed in, and for programs that show who they are (" + doors
                                + "); the request has neither."));
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException {
        deny(
                request,
                response,
                denied instanceof CsrfException
                        ? Problem.of(
                                ProblemCode.TOKEN_MISSING,
                                "With a session's cookie a change takes the header X-XSRF-TOKEN, with what the cookie"
                                        + " XSRF-TOKEN holds.")
                        : Problem.of(ProblemCode.NOT_PERMITTED, "None of your roles here may do this."));
    }

    private void deny(HttpServletRequest request, HttpServletResponse response, Problem problem) throws IOException {
        Entry entry = admission.entry(request);
        if (entry instanceof Nothing) {
            answer.write(Problem.ofStatus(HttpStatus.NOT_FOUND.value()), response);
        } else if (entry instanceof OtherMethods other) {
            response.setHeader(HttpHeaders.ALLOW, names(other.methods()));
            answer.write(Problem.ofStatus(HttpStatus.METHOD_NOT_ALLOWED.value()), response);
        } else {
            answer.write(problem, response);
        }
    }

    private static String names(Set<HttpMethod> methods) {
        return methods.stream().map(HttpMethod::name).sorted().collect(Collectors.joining(", "));
    }
}
