package uz.muhr.client.webhook;

import java.io.Serial;
import java.net.UnknownHostException;

/** A name stands for addresses that nothing may be sent to. */
final class OutOfReachException extends UnknownHostException {
    @Serial
    private static final long serialVersionUID = 1L;

    OutOfReachException() {
        super("not a public address");
    }
}
