package uz.muhr.client.web;

import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import uz.muhr.client.following.FollowingState;

/** Says once that following stopped and why, and once that it goes on. */
final class FollowingLog implements Consumer<FollowingState> {
    private static final Logger LOG = LoggerFactory.getLogger(FollowingLog.class);

    private Optional<String> said = Optional.empty();

    @Override
    public void accept(FollowingState state) {
        if (!state.fault().equals(said)) {
            state.fault()
                    .ifPresentOrElse(
                            fault -> LOG.warn("The register stands still. {}", fault),
                            () -> LOG.warn("The register follows the peer at {} again.", state.peer()));
            said = state.fault();
        }
    }
}
