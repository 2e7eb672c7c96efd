package uz.muhr.client.samples;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import java.nio.file.Path;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.LoggerFactory;

/**
 * Keeps PDFBox to itself before the first font is asked for. It notes which fonts a machine has, by default in the home
 * directory of whoever runs the tests, and warns of each standard font that is missing, although nothing is rendered here.
 */
final class QuietPdfBox implements BeforeAllCallback {
    @Override
    public void beforeAll(ExtensionContext context) {
        System.setProperty(
                "pdfbox.fontcache", Path.of("target").toAbsolutePath().toString());
        if (LoggerFactory.getLogger("org.apache.pdfbox") instanceof Logger logger) {
            logger.setLevel(Level.ERROR);
        }
    }
}
