package uz.muhr.client.web.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import uz.muhr.client.access.Role;

/** The roles in which a request's caller acts, as the table has them: those of its operation that the caller has. */
public final class Acting {
    private static final String ROLES = Acting.class.getName();

    private Acting() {}

    static void note(HttpServletRequest request, List<Role> roles) {
        request.setAttribute(ROLES, roles);
    }

    /** In the table's order; none where the operation asks for none. */
    public static List<Role> roles(HttpServletRequest request) {
        return request.getAttribute(ROLES) instanceof List<?> roles
                ? roles.stream().map(Role.class::cast).toList()
                : List.of();
    }
}
