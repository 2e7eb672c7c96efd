package uz.muhr.client.web.oidc;

import com.nimbusds.jose.RemoteKeySourceException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import java.util.List;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.access.AccessUnavailableException;

/** The provider's public keys. A token by one that is not among them has them fetched again, but not for each such token. */
final class ProviderKeys implements JWKSource<SecurityContext> {
    private final Fetched<JWKSet> keys;

    ProviderKeys(Fetched<JWKSet> keys) {
        this.keys = keys;
    }

    @Override
    public List<JWK> get(JWKSelector selector, @Nullable SecurityContext context) throws RemoteKeySourceException {
        try {
            JWKSet known = keys.get();
            List<JWK> found = selector.select(known);
            return found.isEmpty() ? selector.select(keys.after(known)) : found;
        } catch (AccessUnavailableException e) {
            throw new RemoteKeySourceException(e.sentence(), e);
        }
    }
}
