package uz.muhr.client.cli;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;
import uz.muhr.client.consignment.ConsignmentFile;

/** The consignment that is meant, by its receipt. */
final class ConsignmentName {
    @Parameters(
            index = "0",
            paramLabel = "NAME",
            description = "the consignment: its receipt is NAME" + ConsignmentFile.SUFFIX)
    private @Nullable Path name;

    ConsignmentFile file() {
        if (name == null) {
            throw new IllegalStateException("A command is run once its parameters are parsed.");
        }
        return ConsignmentFile.named(name);
    }
}
