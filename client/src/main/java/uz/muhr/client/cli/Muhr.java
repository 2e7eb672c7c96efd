package uz.muhr.client.cli;

import java.io.OutputStreamWriter;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** The command {@code muhr}. */
@Command(
        name = "muhr",
        description = "Anchors trade documents on the ledger and verifies them.",
        versionProvider = Muhr.Version.class,
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "scripts/muhr serve [--as ...] [--port ...] serves the REST interface and the page.",
            "",
            "Exit codes: 0 VALID, INTACT or done, 1 any other verdict or a refusal, 2 undetermined, 64 usage.",
            "MUHR_AS says who acts when --as is not given; MUHR_PROFILES where the client profiles are."
        },
        subcommands = {
            SubmitCommand.class,
            VerifyCommand.class,
            ProofCommand.class,
            TrustCommand.class,
            CheckpointCommand.class,
            DiscloseCommand.class,
            ShowCommand.class,
            HistoryCommand.class,
            SuspendCommand.class,
            ReinstateCommand.class,
            RevokeCommand.class,
            ReplaceCommand.class,
            ReissueCommand.class,
            RenewCommand.class,
            WriteOffCommand.class,
            ReverseWriteOffCommand.class,
            WriteOffsCommand.class,
            HoldCommand.class,
            ReleaseCommand.class,
            AuthoritiesCommand.class,
            ProposalsCommand.class,
            ProposeGrantCommand.class,
            ProposeWithdrawalCommand.class,
            ProposeAdmissionCommand.class,
            DistrustCommand.class,
            ApproveCommand.class,
            ConsignmentCommand.class,
            SealCommand.class,
            SearchCommand.class,
            RegisterCommand.class
        })
public final class Muhr {
    private Muhr() {}

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(run(utf8(System.out), utf8(System.err), args));
    }

    private static PrintWriter utf8(PrintStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    static int run(PrintWriter out, PrintWriter err, String... args) {
        CommandLine command = new CommandLine(new Muhr());
        command.setOut(out);
        command.setErr(err);
        command.setUsageHelpWidth(100);
        command.setExecutionExceptionHandler(Complaints::ofExecution);
        command.setParameterExceptionHandler(Complaints::ofParameters);
        if (args.length == 0) {
            command.usage(err);
            return Exit.USAGE;
        }
        return command.execute(args);
    }

    /** The version that the build wrote into the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = Muhr.class.getPackage().getImplementationVersion();
            return new String[] {"muhr " + (version == null ? "(not built as a jar)" : version)};
        }
    }
}
