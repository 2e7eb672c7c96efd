package uz.muhr.client.web.oidc;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;
import org.springframework.core.annotation.Order;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizationRequestRedirectFilter;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.security.oauth2.core.oidc.user.DefaultOidcUser;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.NullSecurityContextRepository;
import uz.muhr.client.access.AccessUnavailableException;
import uz.muhr.client.web.access.BearerTokens;
import uz.muhr.client.web.access.Sessions;

/** The way to the provider and back, put together where the settings name one. */
public final class OidcChain {
    private static final Logger LOG = LoggerFactory.getLogger("uz.muhr.access");

    @Bean
    ProviderCalls providerCalls(OidcSettings settings) {
        return new ProviderCalls(settings.issuer());
    }

    /** Asked once at the start, so that whoever starts this client is told; it starts without an answer. */
    @Bean
    @Lazy(false)
    Provider provider(OidcSettings settings, ProviderCalls calls) {
        Provider provider = new Provider(settings, calls);
        try {
            provider.description();
        } catch (AccessUnavailableException later) {
            LOG.warn("Nobody can sign in at the provider. {}", later.sentence());
        }
        return provider;
    }

    @Bean
    JwtDecoderFactory<ClientRegistration> idTokens(Provider provider) {
        return provider::idTokens;
    }

    @Bean
    BearerTokens providerTokens(Provider provider, OidcSettings settings) {
        return new ProviderTokens(provider, settings);
    }

    @Bean
    SignOutAtProvider signOutAtProvider(Provider provider, OidcSettings settings) {
        return new SignOutAtProvider(provider, settings.client());
    }

    @Bean
    @Order(1)
    SecurityFilterChain providerDoor(
            HttpSecurity http,
            Provider provider,
            ProviderCalls calls,
            OidcSettings settings,
            Sessions sessions,
            SignOutAtProvider signOut) {
        SignInAtProvider signIn = new SignInAtProvider(settings, sessions, signOut);
        return http.securityMatcher(Paths.LEAVE, Paths.RETURN + "*", Paths.SIGN_OUT)
                .addFilterBefore(new Departures(provider, signOut), OAuth2AuthorizationRequestRedirectFilter.class)
                .oauth2Login(login -> login.clientRegistrationRepository(name -> registration(name, provider))
                        .authorizedClientRepository(new NoTokensKept())
                        .authorizationEndpoint(there -> there.authorizationRequestRepository(new PendingSignIns()))
                        .tokenEndpoint(exchange -> exchange.accessTokenResponseClient(exchange(calls)))
                        // The proof itself names roles; nothing more is asked of the provider.
                        .userInfoEndpoint(user ->
                                user.oidcUserService(proof -> new DefaultOidcUser(List.of(), proof.getIdToken())))
                        .loginPage(Paths.PAGE)
                        .successHandler(signIn)
                        .failureHandler(signIn))
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                // What is sent off and comes back is tied to its browser by a state, a nonce and a verifier.
                .csrf(AbstractHttpConfigurer::disable)
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static @Nullable ClientRegistration registration(String name, Provider provider) {
        return Provider.NAME.equals(name) ? provider.description().registration() : null;
    }

    private static RestClientAuthorizationCodeTokenResponseClient exchange(ProviderCalls calls) {
        RestClientAuthorizationCodeTokenResponseClient client = new RestClientAuthorizationCodeTokenResponseClient();
        client.setRestClient(calls.rest()
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
