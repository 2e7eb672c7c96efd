package uz.muhr.client.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import uz.muhr.client.TestNetwork;

/** What a command said, and how it ended; what it wrote, every organisation's peer has. */
public record Terminal(int exit, String out, String err) {
    public static Terminal muhr(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Muhr.run(new PrintWriter(out, true), new PrintWriter(err, true), arguments);
        TestNetwork.level();
        return new Terminal(exit, out.toString(), err.toString());
    }

    /** The lines on standard error that are a complaint: there is to be one sentence. */
    public long sentences() {
        return err.lines().filter(line -> line.startsWith("muhr: ")).count();
    }
}
