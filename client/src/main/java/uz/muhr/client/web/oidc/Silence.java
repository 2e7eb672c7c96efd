package uz.muhr.client.web.oidc;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.client.ResourceAccessException;
import uz.muhr.client.access.AccessUnavailableException;

/** Whether something failed because the provider did not answer, which says nothing of whoever wants to come in. */
final class Silence {
    private Silence() {}

    static Optional<AccessUnavailableException> in(Throwable failure) {
        for (@Nullable Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AccessUnavailableException silence) {
                return Optional.of(silence);
            }
            if (cause instanceof ResourceAccessException) {
                return Optional.of(ProviderCalls.away(cause));
            }
        }
        return Optional.empty();
    }
}
