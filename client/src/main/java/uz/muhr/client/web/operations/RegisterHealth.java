package uz.muhr.client.web.operations;

import java.time.Duration;
import java.time.Instant;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;
import uz.muhr.client.register.LiveRegister;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.register.RegisterView.AsOf;

/** Whether the register answers and follows, and how far behind it is. */
@Component("registerHealthIndicator")
final class RegisterHealth implements HealthIndicator {
    private final LiveRegister register;
    private final Duration longestLag;

    /** @param longestLag how old the last block may be while any is missing */
    RegisterHealth(LiveRegister register, @Value("${muhr.register.longest-lag:60s}") Duration longestLag) {
        this.register = register;
        this.longestLag = longestLag;
    }

    @Override
    public Health health() {
        try {
            AsOf asOf = AsOf.of(register.register().asOf(), register.state(), Instant.now());
            boolean late = asOf.lagSeconds() > longestLag.toSeconds();
            Health.Builder health = asOf.fault() == null && !late ? Health.up() : Health.down();
            health.withDetail("block", asOf.block())
                    .withDetail("lagBlocks", asOf.lagBlocks())
                    .withDetail("lagSeconds", asOf.lagSeconds())
                    .withDetail("peer", asOf.peer());
            return asOf.fault() == null
                    ? health.build()
                    : health.withDetail("fault", asOf.fault()).build();
        } catch (RegisterUnavailableException e) {
            return Health.down().withDetail("fault", e.sentence()).build();
        }
    }
}
