package uz.muhr.client.web;

import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/** Health and metrics are where everything else is: a port of their own would pass neither the guard nor the one address. */
@Component
@Lazy(false)
final class OperationsAddress {
    OperationsAddress(Environment settings) {
        @Nullable String port = settings.getProperty("management.server.port");
        if (port != null) {
            throw new StartRefusedException(
                    "management.server.port has to be left out; it is " + port + ".",
                    "Ask the server's own port for /actuator/health and /actuator/prometheus.");
        }
    }
}
