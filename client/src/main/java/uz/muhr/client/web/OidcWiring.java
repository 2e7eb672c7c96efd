package uz.muhr.client.web;

import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.PropertySource;
import org.springframework.core.type.AnnotatedTypeMetadata;
import uz.muhr.client.web.WebSettings.SignInBy;
import uz.muhr.client.web.oidc.OidcChain;
import uz.muhr.client.web.oidc.OidcSettings;

/** Where people sign in at their organisation's identity provider. */
@Configuration(proxyBeanMethods = false)
@Conditional(OidcWiring.ByProvider.class)
@EnableConfigurationProperties(OidcPlace.class)
@Import(OidcChain.class)
class OidcWiring {
    /** Made at the start, so that a wrong setting is told to whoever starts this client. */
    @Bean
    @Lazy(false)
    OidcSettings oidcSettings(OidcPlace place, ConfigurableEnvironment environment) {
        if (Stream.of("commandLineArgs", "systemProperties")
                .map(environment.getPropertySources()::get)
                .anyMatch(OidcWiring::hasSecret)) {
            throw OidcPlace.shownToAll();
        }
        return place.settings();
    }

    private static boolean hasSecret(@Nullable PropertySource<?> source) {
        ConfigurationPropertySource arguments = source == null ? null : ConfigurationPropertySource.from(source);
        return arguments != null
                && new Binder(arguments).bind("muhr.oidc.secret", String.class).isBound();
    }

    /** Reads the setting as {@link WebSettings} does, so that the two never differ. */
    static final class ByProvider implements Condition {
        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return Binder.get(context.getEnvironment())
                            .bind("muhr.sign-in", SignInBy.class)
                            .orElse(SignInBy.ACCOUNTS)
                    == SignInBy.PROVIDER;
        }
    }
}
