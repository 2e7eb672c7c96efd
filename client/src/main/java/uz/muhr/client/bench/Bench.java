package uz.muhr.client.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Verdict;

/** Does what is measured, on one ledger in one organisation's name. */
final class Bench {
    private static final int READERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final JournalRun journal;
    private final Papers papers;

    Bench(Ledger ledger, JournalRun journal, Papers papers) {
        this.ledger = ledger;
        this.journal = journal;
        this.papers = papers;
    }

    /** Anchors documents, for a ledger that is not empty. */
    Measured fill(Plan plan) throws InterruptedException {
        return journal.anchor(plan.clients(), papers.fresh(plan.fill()));
    }

    /** Everything once, one after the other. */
    Round round(Plan plan) throws InterruptedException {
        List<Receipt> single = papers.fresh(plan.singles());
        List<Receipt> grouped = papers.fresh(plan.documents());
        Measured alone = Measured.of(plan.clients(), each(single, this::anchor));
        Measured together = journal.anchor(plan.clients(), grouped);
        Measured nothing = Measured.of(plan.clients(), each(single, paper -> nothing()));
        return new Round(
                new Round.Anchored(single.size(), valid(single), alone),
                new Round.Anchored(grouped.size(), valid(grouped), together),
                nothing,
                idle(plan),
                Measured.of(READERS, each(single, this::verdict)),
                Measured.of(READERS, each(single, paper -> ledger.read(paper.documentId()))));
    }

    /** One document and one no-op in turn, each with the network for itself. */
    private Round.Idle idle(Plan plan) throws InterruptedException {
        List<Measured> documents = new ArrayList<>();
        List<Measured> nothing = new ArrayList<>();
        for (Receipt paper : papers.fresh(plan.idle())) {
            documents.add(journal.anchor(1, List.of(paper)));
            nothing.add(Measured.of(1, List.of(this::nothing)));
        }
        return new Round.Idle(Measured.joined(documents), Measured.joined(nothing));
    }

    private void anchor(Receipt paper) {
        new Wish.Anchor(paper).propose(ledger).commit();
    }

    private void nothing() {
        ledger.authority().proposeNothing().commit();
    }

    /** How many of these verify as VALID. */
    private int valid(List<Receipt> papers) throws InterruptedException {
        AtomicInteger valid = new AtomicInteger();
        Measured.of(READERS, each(papers, paper -> {
            if (verdict(paper) == Verdict.VALID) {
                valid.incrementAndGet();
            }
        }));
        return valid.get();
    }

    private Verdict verdict(Receipt paper) {
        Question question =
                new Question(Optional.of(paper.commitment()), Optional.of(paper.documentId()), Optional.empty());
        return ledger.verify(question, PATIENCE).value().report().assessment().verdict();
    }

    private static List<Runnable> each(List<Receipt> papers, Consumer<Receipt> call) {
        return papers.stream().<Runnable>map(paper -> () -> call.accept(paper)).toList();
    }
}
