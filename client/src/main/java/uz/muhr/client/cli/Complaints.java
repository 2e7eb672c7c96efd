package uz.muhr.client.cli;

import java.io.UncheckedIOException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import uz.muhr.client.database.RefusedDatabaseException;
import uz.muhr.client.document.Faults;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.fabric.LedgerConfigurationException;
import uz.muhr.client.fabric.LedgerUnavailableException;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.client.fabric.TooLargeException;
import uz.muhr.client.following.ForeignLedgerException;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.client.witness.ForkException;
import uz.muhr.client.witness.PeerBehindException;
import uz.muhr.client.witness.StampUnavailableException;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What went wrong, in one sentence on standard error, and the exit code for it. */
final class Complaints {
    private Complaints() {}

    static int ofParameters(ParameterException fault, String[] args) {
        CommandLine command = fault.getCommandLine();
        command.getErr().println("muhr: " + fault.getMessage());
        command.getErr().println("Try 'muhr " + (isTop(command) ? "" : command.getCommandName() + " ") + "--help'.");
        return Exit.USAGE;
    }

    static int ofExecution(Exception fault, CommandLine command, ParseResult parsed) throws Exception {
        Complaint complaint = complaint(fault);
        command.getErr().println("muhr: " + complaint.sentence);
        return complaint.exit;
    }

    private record Complaint(String sentence, int exit) {}

    private static Complaint complaint(Exception fault) throws Exception {
        if (fault instanceof Refusal refusal) {
            return refusal.code() == ErrorCode.MALFORMED_ARGUMENT
                    ? new Complaint(refusal.sentence(), Exit.USAGE)
                    : new Complaint(refusal.code() + ": " + refusal.sentence(), Exit.NOT_VALID);
        }
        if (fault instanceof UnreadableDocument
                || fault instanceof LedgerConfigurationException
                || fault instanceof TooLargeException) {
            return new Complaint(String.valueOf(fault.getMessage()), Exit.USAGE);
        }
        if (fault instanceof LedgerUnavailableException unavailable) {
            return new Complaint(unavailable.sentence(), Exit.UNDETERMINED);
        }
        if (fault instanceof OutcomeUnknownException unknown) {
            return new Complaint(unknown.sentence() + " Ask again: nothing is doubled.", Exit.UNDETERMINED);
        }
        if (fault instanceof RegisterUnavailableException unavailable) {
            return new Complaint(unavailable.sentence(), Exit.UNDETERMINED);
        }
        if (fault instanceof ServerUnavailableException unavailable) {
            return new Complaint(unavailable.sentence(), Exit.UNDETERMINED);
        }
        if (fault instanceof ForkException fork) {
            return new Complaint(fork.sentence(), Exit.NOT_VALID);
        }
        if (fault instanceof StampUnavailableException unavailable) {
            return new Complaint(unavailable.sentence(), Exit.UNDETERMINED);
        }
        if (fault instanceof PeerBehindException behind) {
            return new Complaint(behind.sentence(), Exit.UNDETERMINED);
        }
        if (fault instanceof RefusedDatabaseException refused) {
            return new Complaint(refused.sentence(), Exit.USAGE);
        }
        if (fault instanceof ForeignLedgerException foreign) {
            return new Complaint(foreign.sentence(), Exit.USAGE);
        }
        if (fault instanceof UncheckedIOException io && io.getCause() != null) {
            return new Complaint("A file could not be read or written: " + Faults.sentence(io.getCause()), Exit.USAGE);
        }
        throw fault;
    }

    private static boolean isTop(CommandLine command) {
        return command.getParent() == null;
    }
}
