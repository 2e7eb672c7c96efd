package uz.muhr.client.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import uz.muhr.client.document.UnreadableDocument;
import uz.muhr.client.fabric.OutcomeUnknownException;
import uz.muhr.client.fabric.TooLargeException;
import uz.muhr.client.register.RegisterUnavailableException;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** Whatever a command fails with is one sentence and an exit code; what nobody expects is not made a sentence of. */
class ComplaintsTest {
    private static final String TRANSACTION = "ab".repeat(32);

    static Stream<Arguments> faults() {
        IllegalStateException cause = new IllegalStateException("cause");
        return Stream.of(
                Arguments.of(Refusal.malformed("It is no id."), "It is no id.", Exit.USAGE),
                Arguments.of(
                        new Refusal(ErrorCode.NOT_AUTHORISED, "You may not."),
                        "NOT_AUTHORISED: You may not.",
                        Exit.NOT_VALID),
                Arguments.of(new UnreadableDocument("a.pdf cannot be read."), "a.pdf cannot be read.", Exit.USAGE),
                Arguments.of(
                        new TooLargeException(cause),
                        "The transaction is larger than the network takes. Ask for less in one.",
                        Exit.USAGE),
                Arguments.of(
                        new OutcomeUnknownException(new TransactionId(TRANSACTION), cause),
                        new OutcomeUnknownException(new TransactionId(TRANSACTION), cause).sentence()
                                + " Ask again: nothing is doubled.",
                        Exit.UNDETERMINED),
                Arguments.of(
                        new RegisterUnavailableException("The register is away.", cause),
                        "The register is away.",
                        Exit.UNDETERMINED),
                Arguments.of(
                        new UncheckedIOException(new NoSuchFileException("gone.pdf")),
                        "A file could not be read or written: there is no such file.",
                        Exit.USAGE));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void eachFaultIsOneSentenceWithItsExitCode(RuntimeException fault, String sentence, int exit) {
        StringWriter err = new StringWriter();
        assertEquals(exit, failing(fault, err).execute());
        assertEquals("muhr: " + sentence + System.lineSeparator(), err.toString());
    }

    @Test
    void whatNobodyExpectsIsThrownOn() {
        CommandLine command = failing(new IllegalStateException("odd"), new StringWriter());
        assertThrows(
                IllegalStateException.class,
                () -> Complaints.ofExecution(new IllegalStateException("odd"), command, command.parseArgs()));
    }

    private static CommandLine failing(RuntimeException fault, StringWriter err) {
        CommandLine command = new CommandLine(new Failing(fault));
        command.setErr(new PrintWriter(err, true));
        command.setExecutionExceptionHandler(Complaints::ofExecution);
        return command;
    }

    @Command(name = "failing")
    private record Failing(RuntimeException fault) implements Runnable {
        @Override
        public void run() {
            throw fault;
        }
    }
}
