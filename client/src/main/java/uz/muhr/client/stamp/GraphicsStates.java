package uz.muhr.client.stamp;

import java.io.IOException;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.contentstream.operator.OperatorName;
import org.apache.pdfbox.pdfparser.PDFStreamParser;
import org.apache.pdfbox.pdmodel.PDPage;

/** Whether what a page draws leaves the pen as it found it; many programs forget to put it back (ISO 32000-1, 8.4.2). */
final class GraphicsStates {
    private GraphicsStates() {}

    /**
     * How many states the page saves and never restores.
     *
     * @throws UnstampableException when it restores one that it never saved
     */
    static int leftOpen(PDPage page) throws IOException {
        int open = 0;
        PDFStreamParser parser = new PDFStreamParser(page);
        for (Object token = parser.parseNextToken(); token != null; token = parser.parseNextToken()) {
            if (token instanceof Operator operator) {
                open += switch (operator.getName()) {
                    case OperatorName.SAVE -> 1;
                    case OperatorName.RESTORE -> -1;
                    default -> 0;
                };
                if (open < 0) {
                    throw new UnstampableException(
                            UnstampableException.Cause.UNREADABLE,
                            "A page of the PDF restores a graphics state that it never saved, so that a stamp might come to"
                                    + " lie anywhere.");
                }
            }
        }
        return open;
    }
}
