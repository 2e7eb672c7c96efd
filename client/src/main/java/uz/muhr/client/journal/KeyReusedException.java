package uz.muhr.client.journal;

import java.io.Serial;

/** An idempotency key stands for another request already; nothing was accepted. */
public final class KeyReusedException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;

    KeyReusedException() {
        super("The idempotency key stands for another request.");
    }
}
