package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.StandInPeer;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.register.RegisterSettings;
import uz.muhr.client.submission.Attempts;
import uz.muhr.client.submission.Stages;
import uz.muhr.client.submission.Wish;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.record.DocumentRecord;
import uz.muhr.protocol.record.Operation;
import uz.muhr.protocol.record.RecordText;
import uz.muhr.protocol.refusal.ErrorCode;

/** What can go wrong between this client and its gateway, call by call, and what becomes of what was accepted. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class JournalFaultsIT {
    private final StandInPeer peer;
    private final Site site;

    JournalFaultsIT(ScriptNetwork network, @TempDir Path folder) throws IOException {
        peer = StandInPeer.of(network, "chamber");
        site = Site.open(
                Journals.settings(here -> RegisterSettings.of(here, null, null, null), folder),
                new OtherProfile(network, "chamber").gateway("chamber", peer).open(folder.resolve("profiles")));
    }

    @AfterEach
    void close() {
        site.close();
        peer.close();
    }

    @Test
    void whenTheReplyIsDroppedWhatWasCommittedIsFoundAndNotSentTwice() throws InterruptedException {
        Submitted anchored = site.accept(Site.newDocument());
        site.assertAnchoredOnce(anchored);
        dropReplies();
        Submitted document = site.accept(Site.newDocument());
        Submitted change = site.accept(suspension(anchored));
        site.said().awaitPutOff(document);
        assertInstanceOf(
                Submitted.Received.class, site.said().awaitPutOff(change).state());
        peer.mend();
        site.assertAnchoredOnce(document);
        Submitted.Done done =
                assertInstanceOf(Submitted.Done.class, site.end(change).state());
        List<DocumentRecord> versions = site.ledger()
                .history(receipt(anchored).documentId())
                .value()
                .versions()
                .newestFirst();
        assertEquals(2, versions.size(), "it was suspended once");
        assertEquals(versions.get(0).changed().transaction(), done.place().transaction());
        assertEquals(versions.get(0), RecordText.parse(done.answer()));
    }

    @Test
    void withoutAQuorumOfOrderersEverythingWaitsAndNothingIsRefused() throws InterruptedException {
        peer.decide(
                "Submit",
                StandInPeer.unavailable(
                        "no orderers could successfully process transaction: insufficient number of orderers could"
                                + " successfully process transaction to satisfy quorum requirement"));
        Submitted document = site.accept(Site.newDocument());
        peer.decide("CommitStatus", StandInPeer.unavailable("the transaction was never ordered"));
        Submitted waiting = site.said().awaitPutOff(document);
        assertTrue(waiting.attempts() >= 1 && !waiting.settled());
        peer.mend();
        site.assertAnchoredOnce(document);
    }

    @Test
    void aPeerThatNeverAnswersIsGivenUpByItsDeadlineAndAskedAgain() throws InterruptedException {
        CountDownLatch answer = new CountDownLatch(1);
        peer.decide("Endorse", (request, passedOn) -> {
            await(answer);
            throw Status.CANCELLED.asRuntimeException();
        });
        Submitted document = site.accept(Site.newDocument());
        site.said().awaitPutOff(document);
        answer.countDown();
        peer.mend();
        site.assertAnchoredOnce(document);
    }

    @Test
    void whenAnotherComesFirstForOneDocumentOfAListOnlyThatOneIsRefused() throws InterruptedException {
        Wish.Anchor taken = Site.newDocument();
        Wish.Anchor other =
                taken.with(Journals.anchor(taken.receipt().number().value()).receipt());
        AtomicBoolean first = new AtomicBoolean(true);
        peer.decide("Submit", (request, passedOn) -> {
            if (request.length > 20_000 && first.getAndSet(false)) {
                // Between the endorsement of the list and its ordering.
                new Attempts(site.ledger(), Stages.UNWATCHED).settle(other);
            }
            return passedOn.apply(request);
        });
        peer.decide("Endorse", (request, passedOn) -> passedOn.apply(request));
        List<Submitted> list = acceptTogether(taken, 31);
        for (Submitted each : list.subList(1, list.size())) {
            site.assertAnchoredOnce(each);
        }
        Submitted.Refused refused =
                assertInstanceOf(Submitted.Refused.class, site.end(list.get(0)).state());
        assertEquals(ErrorCode.DOCUMENT_EXISTS, refused.refusal().code());
        assertEquals(
                other.receipt().commitment(),
                site.ledger().read(other.receipt().documentId()).value().commitment());
        assertTrue(site.said().groups().stream().anyMatch(size -> size > 16), "they shared a list");
    }

    @Test
    void whatTheNetworkTakesOnlyInSmallerTransactionsIsHalved() throws InterruptedException {
        peer.decide("Submit", (request, passedOn) -> {
            if (request.length > 30_000) {
                throw Status.ABORTED
                        .withDescription("message payload is too large and exceeds maximum allowed 30000 bytes")
                        .asRuntimeException();
            }
            return passedOn.apply(request);
        });
        for (Submitted each : acceptTogether(Site.newDocument(), 40)) {
            site.assertAnchoredOnce(each);
        }
        assertTrue(site.said().groups().size() > 3, site.said().groups()::toString);
    }

    /** Submissions that are given to the ledger in one list, because it stands still until all are accepted. */
    private List<Submitted> acceptTogether(Wish.Anchor one, int more) throws InterruptedException {
        CountDownLatch all = new CountDownLatch(1);
        AtomicBoolean closed = new AtomicBoolean(true);
        Semaphore arrived = new Semaphore(0);
        List<Submitted> blockers = new ArrayList<>();
        peer.decide("Endorse", (request, passedOn) -> {
            if (closed.get()) {
                arrived.release();
                await(all);
            }
            return passedOn.apply(request);
        });
        // As many lists as may be under way, of one document each; the next list is all that is accepted meanwhile.
        for (int i = 0; i < 2; i++) {
            blockers.add(site.accept(Site.newDocument()));
            assertTrue(arrived.tryAcquire(60, TimeUnit.SECONDS), "it is proposed alone, before the next is accepted");
        }
        List<Submitted> list = new ArrayList<>();
        list.add(site.accept(one));
        for (int i = 0; i < more; i++) {
            list.add(site.accept(Site.newDocument()));
        }
        closed.set(false);
        all.countDown();
        blockers.forEach(site::assertAnchoredOnce);
        return list;
    }

    /** What is sent reaches the orderers, and nobody here learns what became of it. */
    private void dropReplies() {
        peer.decide("Submit", (request, passedOn) -> {
            int reply = passedOn.apply(request).length;
            throw Status.UNAVAILABLE
                    .withDescription("the reply of " + reply + " bytes was dropped")
                    .asRuntimeException();
        });
        peer.decide("CommitStatus", StandInPeer.unavailable("the reply was dropped"));
        peer.decide("Evaluate", StandInPeer.unavailable("the reply was dropped"));
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(60, TimeUnit.SECONDS)) {
                throw Status.DEADLINE_EXCEEDED.asRuntimeException();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Wish suspension(Submitted anchored) {
        return new Wish.Change(Operation.SUSPEND, receipt(anchored).documentId(), 1);
    }

    private static Receipt receipt(Submitted submitted) {
        return ((Wish.NewContent) submitted.wish()).receipt();
    }
}
