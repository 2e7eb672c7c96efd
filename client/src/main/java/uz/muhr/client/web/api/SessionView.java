package uz.muhr.client.web.api;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Role;
import uz.muhr.protocol.identifier.MspId;

/**
 * Who makes a request, for its page or program.
 *
 * @param name of the account, or the key's label
 */
public record SessionView(boolean signedIn, @Nullable String name, List<Role> roles, String organisation) {

    static SessionView of(Optional<Caller> caller, MspId organisation) {
        return new SessionView(
                caller.isPresent(),
                caller.map(Caller::name).orElse(null),
                caller.map(known -> known.roles().stream().sorted().toList()).orElse(List.of()),
                organisation.value());
    }
}
