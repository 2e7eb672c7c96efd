package uz.muhr.client.web.oidc;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import uz.muhr.client.access.AccessUnavailableException;

/**
 * Something that the provider said, fetched when it is first needed and again when it is old. One asks at a time; whoever else
 * needs it waits for that one, unless many do already: so a provider that hangs holds up few of the server's threads, and
 * those who need none of it not at all.
 */
final class Fetched<T> {
    private static final int MOST_WAITING = 32;
    private static final Duration BETWEEN_ATTEMPTS = Duration.ofSeconds(2);

    private final Supplier<T> source;
    private final Duration keep;
    private final Duration pause;
    private final LongSupplier nanos;
    private final Semaphore waiting = new Semaphore(MOST_WAITING);
    private volatile @Nullable Answer<T> last;
    private @Nullable AccessUnavailableException fault;
    private long failed;

    /** One is another than one that came before, whatever they say. */
    private static final class Answer<T> {
        private final T value;
        private final long at;

        Answer(T value, long at) {
            this.value = value;
            this.at = at;
        }
    }

    /**
     * Nothing yet.
     *
     * @param source fails with {@link AccessUnavailableException}
     * @param keep how long an answer holds
     * @param pause how soon after an answer another may be asked for
     */
    Fetched(Supplier<T> source, Duration keep, Duration pause, LongSupplier nanos) {
        this.source = source;
        this.keep = keep;
        this.pause = pause;
        this.nanos = nanos;
    }

    /** @throws AccessUnavailableException when the provider does not say it, or many wait for that already */
    T get() {
        Answer<T> known = last;
        return known != null && isWithin(keep, known.at) ? known.value : fetched(known);
    }

    /** What it says after this answer, which lacks something; the same again if that is only a moment old. Fails as {@link #get}. */
    T after(T lacking) {
        Answer<T> known = last;
        if (known == null || known.value != lacking) {
            return get();
        }
        return isWithin(pause, known.at) ? lacking : fetched(known);
    }

    private T fetched(@Nullable Answer<T> before) {
        if (!waiting.tryAcquire()) {
            throw new AccessUnavailableException(
                    "The identity provider is slow, and many wait for it. Try again in a little while.", null);
        }
        try {
            return fetchedByOne(before);
        } finally {
            waiting.release();
        }
    }

    private synchronized T fetchedByOne(@Nullable Answer<T> before) {
        Answer<T> meanwhile = last;
        if (meanwhile != null && meanwhile != before) {
            return meanwhile.value;
        }
        if (fault != null && isWithin(BETWEEN_ATTEMPTS, failed)) {
            throw new AccessUnavailableException(fault.sentence(), fault);
        }
        try {
            T value = source.get();
            last = new Answer<>(value, nanos.getAsLong());
            fault = null;
            return value;
        } catch (AccessUnavailableException e) {
            fault = e;
            failed = nanos.getAsLong();
            throw e;
        }
    }

    private boolean isWithin(Duration time, long since) {
        return nanos.getAsLong() - since < time.toNanos();
    }
}
