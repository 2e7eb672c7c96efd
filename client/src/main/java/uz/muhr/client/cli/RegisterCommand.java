package uz.muhr.client.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code muhr register}: the register itself. */
@Command(
        name = "register",
        description = "Looks after the register that muhr search asks.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {RegisterStatusCommand.class, RegisterCountsCommand.class, RegisterRebuildCommand.class})
final class RegisterCommand {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;
}
