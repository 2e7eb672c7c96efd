package uz.muhr.client.web;

import java.net.InetAddress;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.NoSuchSslBundleException;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;
import uz.muhr.client.web.guard.OwnNames;

/**
 * Who can reach this client: this computer alone, or others too, over HTTPS and under names that it knows as its own. What
 * a proxy says of its visitors is never believed, because anybody can say it.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
final class Listening implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    private static final String THIS_COMPUTER = "127.0.0.1";
    private static final Set<String> SAFE_PROTOCOLS = Set.of("TLSv1.2", "TLSv1.3");
    private static final String HOW = "See \"Not on this computer alone\" in client/README.md.";

    private final List<String> hosts;
    private final Environment settings;

    Listening(WebSettings web, Environment settings) {
        this.hosts = web.hosts();
        this.settings = settings;
    }

    @Override
    public void customize(TomcatServletWebServerFactory server) {
        InetAddress address = server.getAddress();
        boolean alone = address != null && address.getHostAddress().equals(THIS_COMPUTER);
        Ssl ssl = server.getSsl();
        if (ssl != null && ssl.isEnabled()) {
            requireNames(alone);
            requireCertificate(ssl, Objects.requireNonNull(server.getSslBundles()));
        } else {
            requireNobodyElse(alone, address);
        }
        requireNoHearsay();
    }

    private void requireNobodyElse(boolean alone, @Nullable InetAddress address) {
        if (!alone) {
            throw new StartRefusedException(
                    "server.address has to be " + THIS_COMPUTER + " without HTTPS; it is "
                            + (address == null ? "every address of this computer" : address.getHostAddress()) + ".",
                    "Leave server.address out, or set server.ssl.bundle and muhr.hosts. " + HOW);
        }
        if (!hosts.isEmpty()) {
            throw new StartRefusedException(
                    "muhr.hosts has to be left out without HTTPS; it is " + String.join(",", hosts) + ".",
                    "Leave it out, or set server.ssl.bundle. " + HOW);
        }
    }

    private void requireNames(boolean alone) {
        if (hosts.isEmpty() && !alone) {
            throw new StartRefusedException(
                    "muhr.hosts has to name the hosts as which others reach this client; it is not set.",
                    "Set it to the names in its certificate, such as muhr.agency.example.");
        }
        hosts.stream().filter(host -> !OwnNames.isName(host)).findFirst().ifPresent(host -> {
            throw new StartRefusedException(
                    "muhr.hosts has to hold hosts' names such as muhr.agency.example; it holds \"" + host + "\".",
                    "Leave out scheme, port and path; separate names by commas.");
        });
    }

    private static void requireCertificate(Ssl ssl, SslBundles bundles) {
        try {
            Stream<SslBundle> byName =
                    ssl.getServerNameBundles().stream().map(each -> bundles.getBundle(each.bundle()));
            Stream.concat(Stream.of(WebServerSslBundle.get(ssl, bundles)), byName)
                    .forEach(Listening::requireSafe);
        } catch (NoSuchSslBundleException | IllegalStateException | IllegalArgumentException e) {
            throw new StartRefusedException(
                    "server.ssl has to name a certificate and its private key; they cannot be read: " + e.getMessage()
                            + ".",
                    HOW);
        }
    }

    private static void requireSafe(SslBundle bundle) {
        if (bundle.getStores().getKeyStore() == null) {
            throw new IllegalStateException("there is no key store");
        }
        String @Nullable [] enabled = bundle.getOptions().getEnabledProtocols();
        if (enabled != null && !SAFE_PROTOCOLS.containsAll(List.of(enabled))) {
            throw new StartRefusedException(
                    "The enabled protocols of server.ssl have to be TLSv1.2 and TLSv1.3 or one of them; they are "
                            + String.join(",", enabled) + ".",
                    "Leave them out.");
        }
    }

    private void requireNoHearsay() {
        String strategy = settings.getProperty("server.forward-headers-strategy", "none");
        boolean believed = !strategy.equalsIgnoreCase("none")
                || Stream.of("remote-ip-header", "protocol-header", "host-header")
                        .anyMatch(name -> settings.containsProperty("server.tomcat.remoteip." + name));
        if (believed) {
            throw new StartRefusedException(
                    "server.forward-headers-strategy has to be none and server.tomcat.remoteip to be left out: what a"
                            + " header says of a visitor's address is not believed.",
                    "Leave both out, and let a proxy pass connections on to this client's own HTTPS.");
        }
    }
}
