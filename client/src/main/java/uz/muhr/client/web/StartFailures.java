package uz.muhr.client.web;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import uz.muhr.client.database.RefusedDatabaseException;
import uz.muhr.client.fabric.LedgerConfigurationException;
import uz.muhr.client.fabric.key.UnusableKeyException;

/** Says in a sentence why the client did not start, where Spring would print a stack trace. */
final class StartFailures implements FailureAnalyzer {
    /** Spring Boot's own name for what reads them. */
    private static final String CERTIFICATES = "sslBundleRegistry";

    @Override
    public @Nullable FailureAnalysis analyze(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refused) {
                return new FailureAnalysis(refused.fault(), refused.remedy(), refused);
            }
            if (cause instanceof BeanCreationException bean && CERTIFICATES.equals(bean.getBeanName())) {
                return new FailureAnalysis(
                        "spring.ssl.bundle has to name certificates and their private keys; they cannot be read: "
                                + bean.getMostSpecificCause().getMessage() + ".",
                        "See \"Not on this computer alone\" in client/README.md.",
                        bean);
            }
            if (cause instanceof RefusedDatabaseException database) {
                return new FailureAnalysis(
                        database.sentence(), "Set muhr.register.url, or leave it out for a file.", database);
            }
            if (cause instanceof LedgerConfigurationException configuration) {
                return new FailureAnalysis(
                        configuration.getMessage(),
                        configuration.getCause() instanceof UnusableKeyException
                                ? "See how a client profile names a user's key: README, A client profile."
                                : "Start the network first, or set muhr.profiles (the folder of client profiles) and muhr.as"
                                        + " and muhr.signers (ORGANISATION/USER, such as customs/officer).",
                        configuration);
            }
        }
        return null;
    }
}
