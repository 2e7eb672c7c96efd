package uz.muhr.client.web.access;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import uz.muhr.client.access.Caller;

/** Who makes the present request. */
public final class Callers {
    private Callers() {}

    /** Empty when nobody said who it is. */
    public static Optional<Caller> present() {
        return of(SecurityContextHolder.getContext().getAuthentication());
    }

    static Optional<Caller> of(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof Caller caller
                ? Optional.of(caller)
                : Optional.empty();
    }

    /** Says who it is, until the request is answered. */
    static SecurityContext enter(Caller caller) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, authorities(caller)));
        SecurityContextHolder.setContext(context);
        return context;
    }

    /** For the parts of the server that ask by themselves; our own table asks the caller. */
    private static List<GrantedAuthority> authorities(Caller caller) {
        return caller.roles().stream()
                .<GrantedAuthority>map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                .toList();
    }

    /** From now on nobody said who it is. */
    static void leave() {
        SecurityContextHolder.clearContext();
    }
}
