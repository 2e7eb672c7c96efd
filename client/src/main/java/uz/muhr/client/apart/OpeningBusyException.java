package uz.muhr.client.apart;

import java.io.Serial;

/** As many files are opened as may be at a time, and it took too long until one was done. */
public final class OpeningBusyException extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1L;
}
