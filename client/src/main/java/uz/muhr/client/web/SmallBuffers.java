package uz.muhr.client.web;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** What waits for a reader that takes nothing is little, so that it is noticed soon, and many of them cost little. */
@Component
final class SmallBuffers implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final int BYTES = 64 << 10;

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addConnectorCustomizers(connector -> connector.setProperty("socket.txBufSize", Integer.toString(BYTES)));
    }
}
