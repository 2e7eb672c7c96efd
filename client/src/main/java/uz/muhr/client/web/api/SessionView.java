package uz.muhr.client.web.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Role;
import uz.muhr.client.web.access.SignInElsewhere;
import uz.muhr.protocol.identifier.MspId;

/**
 * Who makes a request, for its page or program.
 *
 * @param name of the account, or the key's label, or what the provider calls them
 * @param signInAt where people are sent to sign in; absent where they do so by name and password
 * @param signOutAt where to go on after signing out; absent when that is the end
 */
public record SessionView(
        boolean signedIn,
        @Nullable String name,
        List<Role> roles,
        String organisation,
        @Nullable String signInAt,
        @Nullable String signOutAt) {

    static SessionView of(Optional<Caller> caller, MspId organisation) {
        return new SessionView(
                caller.isPresent(),
                caller.map(Caller::name).orElse(null),
                caller.map(known -> known.roles().stream().sorted().toList()).orElse(List.of()),
                organisation.value(),
                null,
                null);
    }

    /** The same, where people sign in elsewhere. */
    SessionView elsewhere(SignInElsewhere there, HttpServletRequest request) {
        return new SessionView(
                signedIn,
                name,
                roles,
                organisation,
                there.signInAt(),
                there.signOutAt(request).orElse(null));
    }
}
