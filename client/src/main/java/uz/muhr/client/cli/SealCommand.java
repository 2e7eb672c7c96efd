package uz.muhr.client.cli;

import picocli.CommandLine.Command;

/** {@code muhr seal}: the life of a container seal. */
@Command(
        name = "seal",
        description = "Records the life of a seal on a container: who affixed it, who has it, what was found.",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Each command names the consignment by its receipt. What was interrupted is finished, once, by the next command on"
                    + " the same receipt."
        },
        subcommands = {
            SealRegisterCommand.class,
            SealAffixCommand.class,
            SealHandOverCommand.class,
            SealAcceptCommand.class,
            SealDeclineCommand.class,
            SealWithdrawCommand.class,
            SealInspectCommand.class,
            SealBreakCommand.class,
            SealReplaceCommand.class,
            SealRemoveCommand.class,
            SealReportCommand.class,
            SealImportCommand.class,
            SealHistoryCommand.class,
            SealSearchCommand.class
        })
final class SealCommand {}
