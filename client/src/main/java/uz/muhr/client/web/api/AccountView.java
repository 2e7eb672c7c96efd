package uz.muhr.client.web.api;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.access.Account;
import uz.muhr.client.access.Accounts;
import uz.muhr.client.access.Password;
import uz.muhr.client.access.Role;

/**
 * An account, for those who keep accounts.
 *
 * @param signedIn when its owner signed in last
 * @param password shown when it is made and never again
 */
public record AccountView(
        String name,
        List<Role> roles,
        boolean disabled,
        String created,
        @Nullable String signedIn,
        @Nullable String password) {

    static AccountView of(Account account) {
        return of(account, Optional.empty());
    }

    /** With its password, for whoever hands that over. */
    static AccountView ofNew(Accounts.Made made) {
        return of(made.account(), Optional.of(made.password()));
    }

    private static AccountView of(Account account, Optional<Password> password) {
        return new AccountView(
                account.name().value(),
                account.roles().stream().sorted().toList(),
                account.disabled(),
                time(account.created()),
                account.signedIn().map(AccountView::time).orElse(null),
                password.map(Password::handedOver).orElse(null));
    }

    private static String time(Instant time) {
        return time.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
