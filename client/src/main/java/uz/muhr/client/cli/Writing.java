package uz.muhr.client.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who writes, and which way: to the ledger itself, or through a running client. */
final class Writing {
    @Mixin
    private final Participant participant = new Participant();

    @Option(
            names = "--server",
            paramLabel = "URL",
            defaultValue = "${env:MUHR_SERVER}",
            description = "write through a running client, such as http://127.0.0.1:8080, in its name")
    private @Nullable String server;

    /** Ready to be asked; nothing is sent yet. */
    Desk desk() {
        return server == null
                ? new LedgerDesk(participant.ledger())
                : new ServerDesk(new Server(new ServerAddress(server)));
    }
}
