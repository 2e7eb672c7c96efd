package uz.muhr.client.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import uz.muhr.client.Client;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.verification.Answer;
import uz.muhr.client.verification.AnswerView;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.client.verification.Verification;
import uz.muhr.protocol.identifier.DocumentId;

/**
 * Clients that submit one new document after the other, and one that verifies the same document over and over, whatever
 * becomes of the network meanwhile. What each was told is kept.
 */
final class Load implements AutoCloseable {
    private static final int SUBMITTERS = 6;
    private static final Duration PAUSE = Duration.ofMillis(20);
    private static final Duration LONGEST_OUTAGE = Duration.ofMinutes(2);

    /** How a verification ended. */
    record Asked(Answer answer, Duration took) {}

    private final Ledger ledger;
    private final Path folder;
    private final Order known;
    private final ScheduledExecutorService clients = Executors.newScheduledThreadPool(SUBMITTERS + 1);
    private final List<Attempt> attempts = new ArrayList<>();
    private final List<Asked> asked = new ArrayList<>();
    private final List<Throwable> untyped = new ArrayList<>();

    private Load(Ledger ledger, Path folder) throws IOException {
        this.ledger = ledger;
        this.folder = folder;
        known = newOrder();
    }

    /** Starts it, and returns once documents are being anchored. */
    static Load start(Ledger ledger, Path folder) throws IOException, InterruptedException {
        Load load = new Load(ledger, folder);
        if (!(Client.submit(ledger, load.known) instanceof Outcome.Anchored)) {
            throw new AssertionError("There is no service before the fault");
        }
        for (int i = 0; i < SUBMITTERS; i++) {
            load.repeat(load::submit);
        }
        load.repeat(load::verify);
        load.awaitService();
        return load;
    }

    /** The document that was anchored before anything happened. */
    DocumentId known() {
        return known.receipt().read().orElseThrow().documentId();
    }

    /** Waits until more documents were anchored than can have been under way. */
    synchronized void awaitService() throws InterruptedException {
        long enough = anchored() + 3L * SUBMITTERS;
        await(() -> anchored() >= enough, "no documents are anchored");
    }

    /** Waits until each submitter has been told something that is not an anchored document. */
    synchronized void awaitFailures() throws InterruptedException {
        long enough = attempts.size() - anchored() + SUBMITTERS;
        await(() -> attempts.size() - anchored() >= enough, "no submission fails");
    }

    /** Waits until the verifier is answered by this organisation's peer. */
    synchronized void awaitAnswerBy(String organisation) throws InterruptedException {
        await(() -> lastAnsweredBy().equals(List.of(organisation)), organisation + "'s peer does not answer");
    }

    /** Whose peer gave the last verdict. */
    synchronized List<String> lastAnsweredBy() {
        return asked.isEmpty()
                ? List.of()
                : AnswerView.of(asked.get(asked.size() - 1).answer()).answeredBy();
    }

    private void await(BooleanSupplier condition, String otherwise) throws InterruptedException {
        long end = System.nanoTime() + LONGEST_OUTAGE.toNanos();
        while (!condition.getAsBoolean()) {
            if (!untyped.isEmpty()) {
                throw new AssertionError("A client ended without a typed answer", untyped.get(0));
            }
            long left = TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime());
            if (left <= 0) {
                throw new AssertionError("For " + LONGEST_OUTAGE + " " + otherwise + "; " + told());
            }
            wait(left);
        }
    }

    /** Ends it once every call under way has ended by itself. */
    synchronized Aftermath stop() throws InterruptedException {
        clients.shutdown();
        long end = System.nanoTime() + LONGEST_OUTAGE.toNanos();
        while (!clients.isTerminated() && System.nanoTime() < end) {
            wait(TimeUnit.SECONDS.toMillis(1));
        }
        if (!clients.isTerminated()) {
            throw new AssertionError("Calls do not end");
        }
        if (!untyped.isEmpty()) {
            throw new AssertionError("A client ended without a typed answer", untyped.get(0));
        }
        return new Aftermath(List.copyOf(attempts), List.copyOf(asked));
    }

    /** Over and over; what goes wrong in it, the task itself records. */
    @SuppressWarnings("FutureReturnValueIgnored")
    private void repeat(Runnable task) {
        clients.scheduleWithFixedDelay(task, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void submit() {
        try {
            Order order = newOrder();
            long began = System.nanoTime();
            Outcome outcome = Client.submit(ledger, order);
            record(() -> attempts.add(new Attempt(order, outcome, began, System.nanoTime())));
        } catch (IOException | RuntimeException | Error e) {
            record(() -> untyped.add(e));
        }
    }

    private void verify() {
        try {
            long began = System.nanoTime();
            Answer answer = new Verification(ledger)
                    .verify(new Inquiry(
                            Optional.of(known.fingerprint()),
                            known.receipt().read(),
                            Optional.empty(),
                            Optional.empty()));
            record(() -> asked.add(new Asked(answer, Duration.ofNanos(System.nanoTime() - began))));
        } catch (RuntimeException | Error e) {
            record(() -> untyped.add(e));
        }
    }

    private synchronized void record(Runnable what) {
        what.run();
        notifyAll();
    }

    private long anchored() {
        return attempts.stream().filter(Attempt::anchored).count();
    }

    private String told() {
        return attempts.isEmpty()
                ? "nobody was told anything"
                : "the last was told " + attempts.get(attempts.size() - 1);
    }

    private Order newOrder() throws IOException {
        String number = Client.newNumber();
        return Client.order(Client.newFile(folder, number + ".pdf"), "861", number);
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
