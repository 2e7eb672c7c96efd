package uz.muhr.client.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.fabric.LedgerConfigurationException;
import uz.muhr.protocol.identifier.TypeCode;
import uz.muhr.protocol.refusal.Refusal;

/** The command {@code scripts/bench}. */
@Command(
        name = "bench",
        description =
                "Measures a network that is up, through the client's own path to the ledger. What is compared takes turns, and"
                        + " a document counts only when its verdict reads VALID.",
        footer = {"", "Exit codes: 0 every document sent is VALID, 1 not so, 64 usage."},
        mixinStandardHelpOptions = true)
public final class BenchCommand implements Callable<Integer> {
    private static final int USAGE = 64;

    @Spec
    private @Nullable CommandSpec spec;

    @Option(
            names = "--rounds",
            defaultValue = "3",
            description = "how often everything takes its turn (${DEFAULT-VALUE})")
    private int rounds;

    @Option(
            names = "--documents",
            defaultValue = "5000",
            description = "submitted through the journal in each round (${DEFAULT-VALUE}); a twentieth of them singly")
    private int documents;

    @Option(
            names = "--lists",
            defaultValue = "3",
            description = "lists of the journal under way at a time (${DEFAULT-VALUE})")
    private int lists;

    @Option(
            names = "--clients",
            defaultValue = "50",
            description =
                    "who submit at a time, and transactions of one document under way at a time (${DEFAULT-VALUE})")
    private int clients;

    @Option(names = "--fill", defaultValue = "0", description = "documents to anchor before anything is measured")
    private int fill;

    @Option(names = "--as", defaultValue = "chamber/issuer", description = "who anchors (${DEFAULT-VALUE})")
    private String as = "";

    @Option(names = "--type", defaultValue = "861", description = "the documents' type (${DEFAULT-VALUE})")
    private String type = "";

    @Option(names = "--home", required = true, description = "the folder of the network's state, .muhr")
    private Path home = Path.of("");

    @Option(names = "--json", description = "answers in JSON")
    private boolean json;

    /** Runs the command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.exit(new CommandLine(new BenchCommand())
                .setParameterExceptionHandler((fault, given) -> {
                    fault.getCommandLine().getErr().println("bench: " + fault.getMessage());
                    return USAGE;
                })
                .execute(args));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try {
            Plan plan = new Plan(rounds, documents, lists, clients, fill);
            Path folder = Files.createTempDirectory("muhr-bench");
            try (Ledger ledger = Ledger.open(home.resolve("network/profiles"), as);
                    JournalRun journal = new JournalRun(ledger, folder.resolve("journal"), plan.lists(), this::say)) {
                Papers papers = new Papers(ledger.organisation(), new TypeCode(type), new SecureRandom());
                List<Round> measured = measure(new Bench(ledger, journal, papers), plan);
                return answer(new Results(plan, measured, Memory.now(home.resolve("run"))));
            } finally {
                FileSystemUtils.deleteRecursively(folder);
            }
        } catch (LedgerConfigurationException | IllegalArgumentException e) {
            throw new ParameterException(command(), String.valueOf(e.getMessage()), e);
        } catch (Refusal e) {
            throw new ParameterException(command(), e.sentence(), e);
        }
    }

    private List<Round> measure(Bench bench, Plan plan) throws InterruptedException {
        if (plan.fill() > 0) {
            say("Anchoring " + plan.fill() + " documents ...");
            Measured filled = bench.fill(plan);
            say("... took " + filled.elapsed().toSeconds() + " s; " + filled.failed() + " were not taken.");
        }
        say("A short round to warm up ...");
        bench.round(plan.warmingUp());
        List<Round> measured = new ArrayList<>();
        for (int round = 1; round <= plan.rounds(); round++) {
            say("Round " + round + " of " + plan.rounds() + " ...");
            measured.add(bench.round(plan));
        }
        return measured;
    }

    private int answer(Results results) {
        command().getOut().println(json ? ResultsJson.of(results).toString() : Table.of(results));
        return results.valid() == results.sent() ? 0 : 1;
    }

    private void say(String what) {
        command().getErr().println(what);
    }

    private CommandLine command() {
        return Objects.requireNonNull(spec).commandLine();
    }
}
