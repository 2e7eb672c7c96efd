package uz.muhr.client.cli;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import uz.muhr.client.fabric.Answered;
import uz.muhr.client.fabric.Ledger;

/** How a command speaks: lines for a person, or JSON for a program. */
final class Speech {
    private static final Gson JSON =
            new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(names = "--json", description = "answer in JSON")
    private boolean json;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "show this help")
    @SuppressWarnings("UnusedVariable") // picocli acts on it
    private boolean help;

    /** Prints the value as JSON, or the lines. */
    void say(Object value, Iterable<String> lines) {
        if (json) {
            out().println(JSON.toJson(value));
        } else {
            lines.forEach(line -> out().println(printable(line)));
        }
    }

    /** Beside the answer itself, on standard error: that another organisation's peer gave it. */
    void sayWhoAnswered(Ledger ledger, Answered<?> answer) {
        if (!answer.by().equals(ledger.organisation())) {
            err().println("Answered by " + answer.by() + "'s peer; " + ledger.organisation()
                    + "'s own gave no answer.");
        }
    }

    PrintWriter err() {
        return spec().commandLine().getErr();
    }

    private PrintWriter out() {
        return spec().commandLine().getOut();
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("A command speaks only once it is being run.");
        }
        return command;
    }

    /** A file's name may hold characters that would steer the terminal. */
    private static String printable(String line) {
        return line.codePoints()
                .map(c -> Character.isISOControl(c) ? '?' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
