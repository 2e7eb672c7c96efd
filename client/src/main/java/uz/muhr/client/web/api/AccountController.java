package uz.muhr.client.web.api;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;
import static uz.muhr.client.web.problem.ProblemCode.ACCOUNT_EXISTS;
import static uz.muhr.client.web.problem.ProblemCode.LAST_ADMINISTRATOR;
import static uz.muhr.client.web.problem.ProblemCode.MALFORMED_ARGUMENT;
import static uz.muhr.client.web.problem.ProblemCode.SIGN_IN_ELSEWHERE;
import static uz.muhr.client.web.problem.ProblemCode.TOO_LARGE;
import static uz.muhr.client.web.problem.ProblemCode.UNKNOWN_ACCOUNT;

import com.google.gson.JsonElement;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import uz.muhr.client.access.Account;
import uz.muhr.client.access.AccountName;
import uz.muhr.client.access.Accounts;
import uz.muhr.client.access.Role;
import uz.muhr.client.web.problem.Problems;
import uz.muhr.protocol.json.Members;
import uz.muhr.protocol.json.StrictJson;
import uz.muhr.protocol.refusal.Refusal;

/** The accounts of this client's people, kept by its administrators. None is ever deleted: what somebody did has their name. */
@RestController
final class AccountController {
    private static final String PATH = "/api/accounts";
    private static final int LONGEST = 1 << 12;

    private final Accounts accounts;

    AccountController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Operation(operationId = "accounts", summary = "List the accounts", description = "By name, without passwords.")
    @ApiResponse(
            responseCode = "200",
            description = "The accounts.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            array = @ArraySchema(schema = @Schema(ref = "#/components/schemas/Account"))))
    @Problems({SIGN_IN_ELSEWHERE})
    @GetMapping(path = PATH, produces = APPLICATION_JSON_VALUE)
    List<AccountView> list() {
        return accounts.all().stream().map(AccountView::of).toList();
    }

    @Operation(
            operationId = "createAccount",
            summary = "Create an account",
            description =
                    "The answer has its first password, which is in no other: hand it over, to be changed by its owner.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/NewAccount"))))
    @ApiResponse(
            responseCode = "201",
            description = "The account, with its password.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Account")))
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE, ACCOUNT_EXISTS, SIGN_IN_ELSEWHERE})
    @PostMapping(path = PATH, consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    ResponseEntity<AccountView> create(HttpServletRequest request) throws IOException {
        Members members = body(request);
        AccountName name = members.text("name", AccountName::new);
        Set<Role> roles = RoleList.required(members);
        members.end();
        Accounts.Made made = accounts.create(name, roles);
        AccessLog.account(made.account(), "made");
        return ResponseEntity.status(HttpStatus.CREATED).body(AccountView.ofNew(made));
    }

    @Operation(
            operationId = "changeAccount",
            summary = "Give an account other roles, disable it, or let it in again",
            description = "What the request does not name stays. The account's sessions end.",
            requestBody =
                    @RequestBody(
                            required = true,
                            content =
                                    @Content(
                                            mediaType = APPLICATION_JSON_VALUE,
                                            schema = @Schema(ref = "#/components/schemas/AccountChange"))))
    @ApiResponse(
            responseCode = "200",
            description = "The account as it now stands.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Account")))
    @Problems({MALFORMED_ARGUMENT, TOO_LARGE, UNKNOWN_ACCOUNT, LAST_ADMINISTRATOR, SIGN_IN_ELSEWHERE})
    @PatchMapping(path = PATH + "/{name}", consumes = APPLICATION_JSON_VALUE, produces = APPLICATION_JSON_VALUE)
    AccountView change(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/AccountName")) String name,
            HttpServletRequest request)
            throws IOException {
        Members members = body(request);
        Optional<Set<Role>> roles = RoleList.optional(members);
        Optional<Boolean> disabled = members.optional("disabled", AccountController::flag);
        members.end();
        Account account = accounts.change(new AccountName(name), roles, disabled);
        AccessLog.account(account, "changed");
        return AccountView.of(account);
    }

    @Operation(
            operationId = "resetPassword",
            summary = "Give an account a new password",
            description =
                    "The answer has it, and no other does. The account's sessions end. The request has no content.")
    @ApiResponse(
            responseCode = "200",
            description = "The account, with its password.",
            content =
                    @Content(
                            mediaType = APPLICATION_JSON_VALUE,
                            schema = @Schema(ref = "#/components/schemas/Account")))
    @Problems({MALFORMED_ARGUMENT, UNKNOWN_ACCOUNT, SIGN_IN_ELSEWHERE})
    @PostMapping(path = PATH + "/{name}/password", produces = APPLICATION_JSON_VALUE)
    AccountView reset(
            @PathVariable @Parameter(schema = @Schema(ref = "#/components/schemas/AccountName")) String name) {
        Accounts.Made made = accounts.reset(new AccountName(name));
        AccessLog.account(made.account(), "given a new password");
        return AccountView.ofNew(made);
    }

    private static boolean flag(JsonElement value) {
        if (!value.isJsonPrimitive() || !value.getAsJsonPrimitive().isBoolean()) {
            throw Refusal.malformed("\"disabled\" has to be true or false.");
        }
        return value.getAsBoolean();
    }

    private static Members body(HttpServletRequest request) throws IOException {
        return StrictJson.object("The account", BoundedText.read("The account", LONGEST, request.getInputStream()));
    }
}
