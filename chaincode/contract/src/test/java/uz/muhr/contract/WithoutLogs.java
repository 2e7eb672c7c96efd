package uz.muhr.contract;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps what the shim says of a stream that a test ended, and of a fault that it made, out of the build's output. */
final class WithoutLogs implements BeforeAllCallback, AfterAllCallback {
    private static final Logger ROOT = Logger.getLogger("");

    private List<Handler> usual = List.of();

    @Override
    public void beforeAll(ExtensionContext context) {
        usual = List.of(ROOT.getHandlers());
        usual.forEach(ROOT::removeHandler);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        usual.forEach(ROOT::addHandler);
    }
}
