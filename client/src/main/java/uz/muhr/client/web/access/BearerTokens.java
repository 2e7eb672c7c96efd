package uz.muhr.client.web.access;

import java.util.Optional;
import uz.muhr.client.access.AccessUnavailableException;
import uz.muhr.client.access.Caller;

/** Programs' tokens that are no keys of ours. */
public interface BearerTokens {
    /**
     * Whose it is; empty when it is not good, for whatever reason.
     *
     * @throws AccessUnavailableException when that cannot be found out
     */
    Optional<Caller> caller(String token);
}
