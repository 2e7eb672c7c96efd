package uz.muhr.client.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;
import org.springframework.web.util.ServletRequestPathUtils;
import uz.muhr.client.access.Caller;
import uz.muhr.client.web.access.AccessTable.Entry;
import uz.muhr.client.web.access.AccessTable.Operation;

/** Holds a request against the table, and notes in which roles its caller acts. */
final class Admission implements AuthorizationManager<RequestAuthorizationContext> {
    private final AccessTable table;

    Admission(AccessTable table) {
        this.table = table;
    }

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> authentication, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        if (!(entry(request) instanceof Operation operation)) {
            return new AuthorizationDecision(false);
        }
        Optional<Caller> caller = Callers.of(authentication.get());
        boolean admitted = operation.who().admits(caller);
        if (admitted) {
            Acting.note(request, caller.map(operation.who()::roles).orElse(List.of()));
        }
        return new AuthorizationDecision(admitted);
    }

    Entry entry(HttpServletRequest request) {
        return table.entry(
                HttpMethod.valueOf(request.getMethod()),
                ServletRequestPathUtils.parseAndCache(request).pathWithinApplication());
    }
}
