package uz.muhr.client.web.access;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.context.SecurityContextHolderFilter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import uz.muhr.client.access.Accounts;
import uz.muhr.client.access.Caller;
import uz.muhr.client.access.Keys;
import uz.muhr.client.web.problem.ProblemAnswer;

/** The chain that every request passes: who is it, is it a forged one, may that one do this. */
@Configuration(proxyBeanMethods = false)
class AccessChain {
    /** RFC 9110 section 9.2.1. */
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    /** Lets methods of any name come as far as the table, which says of those it has no row for what the path takes. */
    @Bean
    HttpFirewall firewall() {
        StrictHttpFirewall firewall = new StrictHttpFirewall();
        firewall.setUnsafeAllowAnyHttpMethod(true);
        return firewall;
    }

    @Bean
    SecurityFilterChain door(
            HttpSecurity http,
            AccessTable table,
            Accounts accounts,
            Keys keys,
            Sessions sessions,
            ObjectProvider<BearerTokens> tokens,
            ObjectProvider<SignInElsewhere> elsewhere,
            ProblemAnswer answer) {
        Admission admission = new Admission(table);
        Denials denials = new Denials(
                admission,
                elsewhere.stream()
                        .findFirst()
                        .map(there -> there.signInAt() + "; Authorization: Bearer, with a key or the provider's token")
                        .orElse("POST /api/session; Authorization: Bearer muhr_..."),
                answer);
        elsewhere.ifAvailable(
                there -> http.addFilterBefore(new AccountsElsewhere(there, answer), SecurityContextHolderFilter.class));
        return http.addFilterBefore(new SessionDoor(accounts, sessions, answer), CsrfFilter.class)
                .addFilterBefore(
                        new KeyDoor(keys, tokens.getIfAvailable(() -> token -> Optional.empty()), answer),
                        CsrfFilter.class)
                .csrf(csrf -> csrf.csrfTokenRepository(sessions.tokens())
                        // The token is read from the header alone, and is made when somebody signs in.
                        .csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler())
                        .requireCsrfProtectionMatcher(AccessChain::changesBySession))
                .authorizeHttpRequests(requests -> requests
                        // What was let in before, and goes on to a page or to the answer of a failure.
                        .dispatcherTypeMatchers(DispatcherType.FORWARD, DispatcherType.ERROR)
                        .permitAll()
                        .anyRequest()
                        .access(admission))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(denials).accessDeniedHandler(denials))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.NEVER))
                // Our own headers are set before; nobody is sent back to a page that was denied.
                .headers(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    /** A browser sends the cookie by itself, whoever made it send the request; nothing else does so with a key. */
    private static boolean changesBySession(HttpServletRequest request) {
        return !SAFE.contains(request.getMethod())
                && request.getSession(false) != null
                && Callers.present().filter(Caller::isProgram).isEmpty();
    }
}
