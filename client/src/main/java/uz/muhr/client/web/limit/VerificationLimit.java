package uz.muhr.client.web.limit;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import uz.muhr.client.access.Caller;
import uz.muhr.client.web.access.Callers;
import uz.muhr.client.web.problem.ProblemCode;
import uz.muhr.client.web.problem.RefusedRequest;

/** Verification is for everybody and takes work each time, so nobody may have it for himself; who has a role may. */
@Component
final class VerificationLimit implements WebMvcConfigurer, HandlerInterceptor {
    private final Allowance allowance;

    VerificationLimit(Allowance allowance) {
        this.allowance = allowance;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this)
                .addPathPatterns("/api/verifications", "/api/disclosures", "/api/proofs/verification");
    }

    /** @throws RefusedRequest TOO_OFTEN */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (request.getMethod().equals(HttpMethod.POST.name())
                && Callers.present().filter(Caller::hasRole).isEmpty()) {
            Optional<Duration> wait = allowance.take(Neighbourhood.of(request.getRemoteAddr()));
            if (wait.isPresent()) {
                throw new RefusedRequest(
                        ProblemCode.TOO_OFTEN,
                        "From one address " + allowance.perMinute()
                                + " verifications a minute are answered without signing in. Wait a little, or sign in.",
                        wait.get());
            }
        }
        return true;
    }
}
