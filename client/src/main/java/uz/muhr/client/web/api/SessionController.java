package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.SIGN_IN_ELSEWHERE;
import static uz.muhr.client.web.problem.ProblemCode.SIGN_IN_REFUSED;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_MANY_ATTEMPTS;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.access.Account;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Password;
import uz.muhr.client.access.SignIn;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.web.access.Callers;
import uz.muhr.client.web.access.Sessions;
import uz.muhr.client.web.access.SignInElsewhere;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;

/** People come in by name and password, or at their provider, and go. */
@RestController
final class SessionController {
    private static final String PATH = "/api/session";
    private static final int LONGEST = 1 << 12;

    private final SignIn signIn;
    private final Sessions sessions;
    private final Ledger ledger;
    private final Optional<SignInElsewhere> elsewhere;

    SessionController(SignIn signIn, Sessions sessions, Ledger ledger, Optional<SignInElsewhere> elsewhere) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.ledger = ledger;
        this.elsewhere = elsewhere;
    }

    @Operation(
            operationId = "session",
            summary = "Show who is signed in",
            description = "Or which key came along, and the roles of either.")
    @ApiResponse(
            responseCode = "200",
            description = "Who it is; signedIn is false for nobody.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Session")))
    @Problems({})
    @GetMapping(path = PATH, produces = APPLICATION_JSON_VALUE)
    SessionView session(HttpServletRequest request, HttpServletResponse response) {
        Optional<Caller> caller = Callers.present();
        if (caller.isPresent() && !caller.get().isProgram()) {
            sessions.keepToken(request, response);
        }
        SessionView view = SessionView.of(caller, ledger.organisation());
        return elsewhere.map(there -> view.elsewhere(there, request)).orElse(view);
    }

    @Operation(
            operationId = "signIn",
            summary = "Sign in",
            description =
                    "Begins a session, in the cookie MUHR-SESSION. What changes anything takes the header X-XSRF-TOKEN from then on,"
                            + " with what the cookie XSRF-TOKEN holds.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/SignIn"))))
    @ApiResponse(
            responseCode = "200",
            description = "Signed in.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Session")))
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE, SIGN_IN_REFUSED, SIGN_IN_ELSEWHERE, TOO_MANY_ATTEMPTS})
    @PostMapping(path = PATH, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    SessionView signIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Members members = body(request);
        String name = members.text("name");
        Password password = members.text("password", Password::typed);
        members.end();
        Account account = signIn.enter(name, password, request.getRemoteAddr());
        Caller.Person person = new Caller.Person(account);
        sessions.begin(request, response, person);
        return SessionView.of(Optional.of(person), ledger.organisation());
    }

    @Operation(
            operationId = "signOut",
            summary = "Sign out",
            description = "Ends the session for good, wherever its cookie may be.")
    @ApiResponse(responseCode = "204", description = "Nobody is signed in.")
    @Problems({})
    @DeleteMapping(path = PATH)
    ResponseEntity<Void> signOut(HttpServletRequest request, HttpServletResponse response) {
        elsewhere.ifPresent(there -> there.ending(request, response));
        sessions.end(request, response);
        return ResponseEntity.noContent().build();
    }

    @Operation(
            operationId = "changePassword",
            summary = "Change one's own password",
            description = "All other sessions of the same account end.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/PasswordChange"))))
    @ApiResponse(responseCode = "204", description = "It is changed.")
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE, SIGN_IN_REFUSED, SIGN_IN_ELSEWHERE, TOO_MANY_ATTEMPTS})
    @PutMapping(path = PATH + "/password", consumes = APPLICATION_JSON_VALUE)
    ResponseEntity<Void> changePassword(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Members members = body(request);
        Password present = members.text("present", Password::typed);
        Password chosen = members.text("chosen", Password::chosen);
        members.end();
        // The table lets in nobody else.
        Caller.Person person = (Caller.Person) Callers.present().orElseThrow();
        Account account = signIn.change(person.account(), present, chosen, request.getRemoteAddr());
        sessions.goOn(request, response, account);
        return ResponseEntity.noContent().build();
    }

    private static Members body(HttpServletRequest request) throws IOException {
        return StrictJson.object("The request", BoundedText.read("The request", LONGEST, request.getInputStream()));
    }
}
