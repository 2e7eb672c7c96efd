package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import uz.muhr.client.Client;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.client.submission.Wish;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RecordText;

/** A journal that is worked off, as the server has it, and the ledger that it writes to. */
record Site(LiveJournal journal, Ledger ledger, Recorder said) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    static Site open(JournalSettings settings, Ledger ledger) {
        Recorder said = new Recorder();
        LiveJournal journal = new LiveJournal(new JournalDatabase(settings), ledger, List.of(said));
        journal.start();
        return new Site(journal, ledger, said);
    }

    Submitted accept(Wish wish) {
        return journal.accept(wish, Optional.empty()).submitted();
    }

    /** A submission at its end. */
    Submitted end(Submitted submitted) {
        Submitted end = journal.await(submitted, PATIENCE);
        assertTrue(end.settled(), end::toString);
        return end;
    }

    /** It is on the ledger by the transaction that its receipt names, and nothing came after. */
    void assertAnchoredOnce(Submitted submitted) {
        Submitted end = end(submitted);
        assertInstanceOf(Submitted.Done.class, end.state(), end::toString);
        Receipt receipt = end.receipt().orElseThrow();
        List<DocumentRecord> versions =
                ledger.history(receipt.documentId()).value().versions().newestFirst();
        assertEquals(1, versions.size());
        assertEquals(receipt.commitment(), versions.get(0).commitment());
        assertEquals(
                receipt.place().orElseThrow().transaction(),
                versions.get(0).anchored().transaction());
    }

    /** It is on the ledger, as the second version of its document. */
    void assertSuspendedOnce(Submitted suspension) {
        Submitted end = end(suspension);
        Submitted.Done done = assertInstanceOf(Submitted.Done.class, end.state(), end::toString);
        DocumentId document = ((Wish.Change) end.wish()).document();
        List<DocumentRecord> versions =
                ledger.history(document).value().versions().newestFirst();
        assertEquals(2, versions.size(), "it was suspended once");
        assertEquals(versions.get(0).changed().transaction(), done.place().transaction());
        assertEquals(versions.get(0), RecordText.parse(done.answer()));
    }

    /** How far a submission came. */
    Submitted find(Submitted submitted) {
        return journal.find(submitted.id()).orElseThrow();
    }

    /** The wish to suspend a document that is anchored. */
    static Wish suspension(Submitted anchored) {
        return new Wish.Change(
                Operation.SUSPEND, ((Wish.NewContent) anchored.wish()).receipt().documentId(), 1);
    }

    static Wish.Anchor newDocument() {
        return Journals.anchor(Client.newNumber());
    }

    @Override
    public void close() {
        journal.close();
        ledger.close();
    }
}
