package uz.muhr.client.witness;

import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bouncycastle.asn1.nist.NISTObjectIdentifiers;
import org.bouncycastle.tsp.TSPException;
import org.bouncycastle.tsp.TimeStampRequest;
import org.bouncycastle.tsp.TimeStampRequestGenerator;
import org.bouncycastle.tsp.TimeStampResponse;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.address.ThisComputer;
import uz.muhr.protocol.refusal.Refusal;

/**
 * A time-stamping authority, asked over HTTP (RFC 3161 section 3.4). It is told a hash and nothing else. Its answer is bounded
 * in time and size, and no redirect is followed.
 */
public final class StampAuthority {
    private static final int MOST_BYTES = 64 << 10;
    private static final int OK = 200;
    private static final int NONCE_BITS = 128;

    private final URI address;
    private final Duration within;
    private final SecureRandom random;
    private final HttpClient http;

    /**
     * Asks nothing yet.
     *
     * @param address with https, or with http on this computer
     * @param within the whole of an answer has to come in this time
     * @throws Refusal MALFORMED_ARGUMENT for any other address
     */
    public StampAuthority(String address, Duration within, SecureRandom random) {
        this.address = checked(address);
        this.within = within;
        this.random = random;
        this.http = HttpClient.newBuilder()
                .connectTimeout(within)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    private static URI checked(String address) {
        try {
            URI uri = URI.create(address);
            String host = uri.getHost();
            boolean safe = "https".equals(uri.getScheme())
                    || ("http".equals(uri.getScheme()) && host != null && ThisComputer.NAMES.contains(host));
            if (safe && host != null && uri.getUserInfo() == null && uri.getFragment() == null) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAnAddress();
        }
        throw notAnAddress();
    }

    private static Refusal notAnAddress() {
        return Refusal.malformed(
                "A time-stamping authority has to be a URL with https, or with http on this computer; it is not.");
    }

    /**
     * Has a hash stamped.
     *
     * @param imprint SHA-256
     * @return the token, which answers this very request; whether it holds is for the verifier
     * @throws StampUnavailableException when there is none
     */
    public byte[] stamp(byte[] imprint) {
        try {
            TimeStampRequestGenerator generator = new TimeStampRequestGenerator();
            generator.setCertReq(true);
            TimeStampRequest request =
                    generator.generate(NISTObjectIdentifiers.id_sha256, imprint, new BigInteger(NONCE_BITS, random));
            TimeStampResponse response = new TimeStampResponse(post(request.getEncoded()));
            response.validate(request);
            if (response.getTimeStampToken() == null) {
                throw unavailable("refused: " + reason(response), null);
            }
            return response.getTimeStampToken().getEncoded();
        } catch (IOException e) {
            throw unavailable("gave an answer that cannot be read", e);
        } catch (TSPException e) {
            throw unavailable("gave no answer to what was asked: " + e.getMessage(), e);
        } catch (IllegalArgumentException | ClassCastException | IllegalStateException e) {
            throw unavailable("gave an answer that is none of RFC 3161", e);
        }
    }

    private static String reason(TimeStampResponse response) {
        return response.getStatusString() == null ? "status " + response.getStatus() : response.getStatusString();
    }

    private byte[] post(byte[] request) {
        HttpRequest asked = HttpRequest.newBuilder(address)
                .timeout(within)
                .header("Content-Type", "application/timestamp-query")
                .header("Accept", "application/timestamp-reply")
                .POST(BodyPublishers.ofByteArray(request))
                .build();
        CompletableFuture<HttpResponse<byte[]>> answer = http.sendAsync(asked, head -> new BoundedBody(MOST_BYTES));
        try {
            HttpResponse<byte[]> given = answer.get(within.toMillis(), TimeUnit.MILLISECONDS);
            String type = given.headers().firstValue("Content-Type").orElse("");
            if (given.statusCode() != OK || !type.equals("application/timestamp-reply")) {
                throw unavailable(
                        "has to answer 200 with application/timestamp-reply; it answered " + given.statusCode()
                                + (given.statusCode() == OK ? " with another type" : ""),
                        null);
            }
            return given.body();
        } catch (TimeoutException e) {
            answer.cancel(true);
            throw unavailable("did not answer within " + within.toSeconds() + " s", e);
        } catch (ExecutionException e) {
            throw unavailable("did not answer, or answered more than " + MOST_BYTES + " bytes", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw unavailable("was not waited for", e);
        }
    }

    private StampUnavailableException unavailable(String what, @Nullable Exception cause) {
        return new StampUnavailableException(
                "The time-stamping authority at " + address.getHost() + " " + what + ". No bundle was written.", cause);
    }
}
