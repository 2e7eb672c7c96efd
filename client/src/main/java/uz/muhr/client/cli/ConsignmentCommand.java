package uz.muhr.client.cli;

import picocli.CommandLine.Command;

/** {@code muhr consignment}: goods on their way, with their containers, seals and documents. */
@Command(
        name = "consignment",
        description = "Links containers, their seals and documents, and shows all of it in one answer.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "The receipt NAME.muhr-consignment.json holds the secret under which all of it is hidden on the ledger: give a copy"
                    + " to each party that is to see or do something, and to nobody else."
        },
        subcommands = {
            ConsignmentOpenCommand.class,
            ConsignmentLinkCommand.class,
            ConsignmentMergeCommand.class,
            ConsignmentShowCommand.class
        })
final class ConsignmentCommand {}
