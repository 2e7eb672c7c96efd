package uz.muhr.client.web;

import java.net.InetAddress;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Nobody is asked who they are here, so nobody from another computer may come in. */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class LoopbackOnly implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory server) {
        InetAddress address = server.getAddress();
        if (address == null || !address.getHostAddress().equals("127.0.0.1")) {
            throw new StartRefusedException(
                    "server.address has to be 127.0.0.1; it is "
                            + (address == null ? "every address of this computer" : address.getHostAddress()) + ".",
                    "Leave server.address out: this version lets in nobody from another computer, because it asks"
                            + " nobody who they are.");
        }
    }
}
