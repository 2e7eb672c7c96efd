package uz.muhr.client.web;

import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.Environment;
import uz.muhr.client.access.AccessUnavailableException;
import uz.muhr.client.access.Accounts;
import uz.muhr.client.access.Keys;
import uz.muhr.client.access.SignIn;
import uz.muhr.client.web.access.Sessions;

/** Who may come in, put together once for all requests. */
@Configuration(proxyBeanMethods = false)
class AccessWiring {
    private static final Logger LOG = LoggerFactory.getLogger(AccessWiring.class);

    @Bean(destroyMethod = "close")
    @Lazy(false)
    Accounts accounts(WebSettings settings, Environment environment) {
        Accounts accounts =
                switch (settings.signIn()) {
                    case PROVIDER -> new Accounts(settings.accessDatabase(), Clock.systemUTC());
                    case ACCOUNTS -> {
                        if (environment.containsProperty("muhr.oidc.issuer")) {
                            throw OidcPlace.unused();
                        }
                        yield new Accounts(settings.accessDatabase(), Clock.systemUTC(), AccessWiring::welcome);
                    }
                };
        try {
            accounts.all();
        } catch (AccessUnavailableException later) {
            LOG.warn("Nobody can come in. {}", later.sentence());
        }
        return accounts;
    }

    /** The one time that this password is said: to whoever started this client, and in no log. */
    private static void welcome(Accounts.Made first) {
        System.out.println("The first account is " + first.account().name() + ", its password "
                + first.password().handedOver() + " is said this once.");
    }

    @Bean
    Keys keys(Accounts accounts) {
        return new Keys(accounts.store(), Clock.systemUTC());
    }

    @Bean
    SignIn signIn(Accounts accounts) {
        return new SignIn(accounts);
    }

    @Bean
    Sessions sessions(WebSettings settings) {
        return new Sessions(settings.access().idle(), settings.access().longest(), Clock.systemUTC());
    }
}
