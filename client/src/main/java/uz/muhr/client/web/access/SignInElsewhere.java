package uz.muhr.client.web.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;

/** People sign in at their organisation's identity provider. Where there is none of this, they do so here, by name and password. */
public interface SignInElsewhere {
    /** The path that leads there. */
    String signInAt();

    /** The path that ends the present session there too, once it has ended here; empty when it does not go on there. */
    Optional<String> signOutAt(HttpServletRequest request);

    /** Somebody signs out; the session is still there. */
    void ending(HttpServletRequest request, HttpServletResponse response);
}
