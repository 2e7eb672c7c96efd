package uz.muhr.client.cli;

import picocli.CommandLine.Mixin;

/** Who writes, and which way: to the ledger itself, or through a running client. */
final class Writing {
    @Mixin
    private final Participant participant = new Participant();

    @Mixin
    private final ServerOptions server = new ServerOptions();

    /** Ready to be asked; nothing is sent yet. */
    Desk desk() {
        return server.server().<Desk>map(ServerDesk::new).orElseGet(() -> new LedgerDesk(participant.ledger()));
    }
}
