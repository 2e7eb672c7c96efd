package uz.muhr.client.cli;

import picocli.CommandLine.Option;
import uz.muhr.protocol.customs.DeclarationCommitment;
import uz.muhr.protocol.identifier.DocumentNumber;

/** One line of a declaration; on the ledger stands a hash of the reference. */
final class DeclarationLine {
    @Option(names = "--declaration", required = true, paramLabel = "REF", description = "the declaration's reference")
    private String declaration = "";

    @Option(
            names = "--line",
            paramLabel = "L",
            defaultValue = "1",
            description = "the line of the declaration (${DEFAULT-VALUE})")
    private long line;

    /** As it stands on the declaration. */
    String reference() {
        return declaration;
    }

    DeclarationCommitment declaration() {
        return DeclarationCommitment.of(DocumentNumber.parse(declaration));
    }

    long line() {
        return line;
    }
}
