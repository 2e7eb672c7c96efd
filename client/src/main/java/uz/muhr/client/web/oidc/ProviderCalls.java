package uz.muhr.client.web.oidc;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import org.springframework.http.HttpRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.client.ClientHttpRequestExecution;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import uz.muhr.client.access.AccessUnavailableException;

/**
 * The way to the provider: to the settings' own address and to no other, wherever it points; with an end to each call, and few at
 * a time.
 */
final class ProviderCalls {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final int AT_A_TIME = 16;
    private static final int LONGEST_ANSWER = 1 << 20;

    private final URI issuer;
    private final Semaphore places = new Semaphore(AT_A_TIME);
    private final RestClient rest;

    ProviderCalls(URI issuer) {
        this.issuer = issuer;
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
                .followRedirects(Redirect.NEVER)
                .connectTimeout(PATIENCE)
                .build());
        requests.setReadTimeout(PATIENCE);
        this.rest = RestClient.builder()
                .requestFactory(requests)
                .requestInterceptor(this::within)
                .build();
    }

    /** For a library's calls; they fail with {@link ResourceAccessException} when there is no answer. */
    RestClient.Builder rest() {
        return rest.mutate();
    }

    /** Whether it is at the provider's own address: scheme, host and port. */
    boolean isOwn(URI address) {
        return issuer.getScheme().equalsIgnoreCase(address.getScheme())
                && issuer.getHost().equalsIgnoreCase(address.getHost())
                && port(issuer) == port(address)
                && address.getRawUserInfo() == null;
    }

    /**
     * What is there.
     *
     * @throws AccessUnavailableException when nothing is, or not in time
     */
    String text(URI address) {
        try {
            return rest.get().uri(address).exchange((request, answer) -> {
                if (!answer.getStatusCode().isSameCodeAs(HttpStatus.OK)) {
                    throw new IOException("status " + answer.getStatusCode().value());
                }
                byte[] bytes = answer.getBody().readNBytes(LONGEST_ANSWER + 1);
                if (bytes.length > LONGEST_ANSWER) {
                    throw new IOException("more than " + LONGEST_ANSWER + " bytes");
                }
                return new String(bytes, StandardCharsets.UTF_8);
            });
        } catch (RestClientException e) {
            throw away(e);
        }
    }

    static AccessUnavailableException away(Throwable cause) {
        return new AccessUnavailableException(
                "The identity provider does not answer. Keys of this client go on working; try again in a little while.",
                cause);
    }

    private ClientHttpResponse within(HttpRequest request, byte[] body, ClientHttpRequestExecution execution)
            throws IOException {
        if (!isOwn(request.getURI())) {
            throw new IOException("another address than the issuer's");
        }
        if (!places.tryAcquire()) {
            throw new IOException("as many calls as may be are under way");
        }
        try {
            return execution.execute(request, body);
        } finally {
            places.release();
        }
    }

    private static int port(URI address) {
        return address.getPort() >= 0 ? address.getPort() : "https".equalsIgnoreCase(address.getScheme()) ? 443 : 80;
    }
}
