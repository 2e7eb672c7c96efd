package uz.muhr.client.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Verdict;

/** Does what is measured, on one ledger in one organisation's name. */
final class Bench {
    private static final int READERS = 8;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Ledger ledger;
    private final Papers papers;

    Bench(Ledger ledger, Papers papers) {
        this.ledger = ledger;
        this.papers = papers;
    }

    /** Anchors documents in lists, for a ledger that is not empty. */
    Measured fill(Plan plan) throws InterruptedException {
        return inLists(plan, papers.fresh(plan.fill()));
    }

    /** Everything once, one after the other. */
    Round round(Plan plan) throws InterruptedException {
        List<AnchorItem> single = papers.fresh(plan.singles());
        List<AnchorItem> grouped = papers.fresh(plan.documents());
        Measured alone = Measured.of(plan.clients(), each(single, item -> anchor(List.of(item))));
        Measured together = inLists(plan, grouped);
        Measured nothing = Measured.of(plan.clients(), each(single, item -> nothing()));
        return new Round(
                new Round.Anchored(single.size(), valid(single), alone),
                new Round.Anchored(grouped.size(), valid(grouped), together),
                nothing,
                idle(plan),
                Measured.of(READERS, each(single, this::verdict)),
                Measured.of(READERS, each(single, item -> ledger.read(item.documentId(ledger.organisation())))));
    }

    /** One document and one no-op in turn, each with the network for itself. */
    private Round.Idle idle(Plan plan) throws InterruptedException {
        List<Measured> documents = new ArrayList<>();
        List<Measured> nothing = new ArrayList<>();
        for (AnchorItem item : papers.fresh(plan.idle())) {
            documents.add(Measured.of(1, List.of(() -> anchor(List.of(item)))));
            nothing.add(Measured.of(1, List.of(this::nothing)));
        }
        return new Round.Idle(Measured.joined(documents), Measured.joined(nothing));
    }

    private Measured inLists(Plan plan, List<AnchorItem> items) throws InterruptedException {
        List<Runnable> lists = new ArrayList<>();
        for (int from = 0; from < items.size(); from += plan.list()) {
            List<AnchorItem> list = items.subList(from, Math.min(items.size(), from + plan.list()));
            lists.add(() -> anchor(list));
        }
        return Measured.of(plan.inFlight(), lists);
    }

    /** The one place where the bench anchors. */
    private void anchor(List<AnchorItem> list) {
        ledger.proposeAnchor(new AnchorList(list)).commit();
    }

    private void nothing() {
        ledger.authority().proposeNothing().commit();
    }

    /** How many of these verify as VALID. */
    private int valid(List<AnchorItem> items) throws InterruptedException {
        AtomicInteger valid = new AtomicInteger();
        Measured.of(READERS, each(items, item -> {
            if (verdict(item) == Verdict.VALID) {
                valid.incrementAndGet();
            }
        }));
        return valid.get();
    }

    private Verdict verdict(AnchorItem item) {
        Question question = new Question(
                Optional.of(item.commitment()), Optional.of(item.documentId(ledger.organisation())), Optional.empty());
        return ledger.verify(question, PATIENCE).value().report().assessment().verdict();
    }

    private static List<Runnable> each(List<AnchorItem> items, Consumer<AnchorItem> call) {
        return items.stream().<Runnable>map(item -> () -> call.accept(item)).toList();
    }
}
