package uz.muhr.client.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.grpc.Status;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.LostRace;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.StandInPeer;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.submission.Attempts;
import uz.muhr.client.submission.Stages;
import uz.muhr.client.submission.Wish;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.refusal.ErrorCode;

/** What can go wrong between this client and its gateway, call by call, and what becomes of what was accepted. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class JournalFaultsIT {
    private final StandInPeer peer;
    private final Site site;

    JournalFaultsIT(ScriptNetwork network, @TempDir Path folder) throws IOException {
        peer = StandInPeer.of(network, "chamber");
        site = Site.open(
                Journals.onFile(folder, Duration.ZERO, Journals.DRAIN),
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
        Submitted change = site.accept(Site.suspension(anchored));
        site.said().awaitPutOff(document);
        assertInstanceOf(
                Submitted.Received.class, site.said().awaitPutOff(change).state());
        peer.mend();
        site.assertAnchoredOnce(document);
        site.assertSuspendedOnce(change);
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
        Held endorsing = Held.next(Integer.MAX_VALUE, peer, "Endorse");
        Submitted document = site.accept(Site.newDocument());
        site.said().awaitPutOff(document);
        endorsing.release();
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
    void aListThatIsAlwaysOvertakenForOneDocumentIsHalvedUntilThatOneStandsAlone() throws InterruptedException {
        Wish.Anchor guilty = Site.newDocument();
        LostRace.of(peer, guilty.receipt().commitment());
        List<Submitted> list = acceptTogether(guilty, 31);
        for (Submitted innocent : list.subList(1, list.size())) {
            site.assertAnchoredOnce(innocent);
        }
        // Of two halves one goes through: for n documents at most 1 + 2 log2(n) transactions.
        assertEquals(
                List.of(32, 16, 8, 4, 2, 2, 4, 8, 16),
                site.said().groups().stream().filter(size -> size > 1).toList());
        Submitted waits = site.said().awaitPutOff(list.get(0));
        assertEquals(
                new Submitted.Received(Optional.of("Another transaction came first; it is attempted again.")),
                waits.state());
        Wish.Anchor other =
                guilty.with(Journals.anchor(guilty.receipt().number().value()).receipt());
        new Attempts(site.ledger(), Stages.UNWATCHED).settle(other);
        Submitted.Refused refused =
                assertInstanceOf(Submitted.Refused.class, site.end(list.get(0)).state());
        assertEquals(ErrorCode.DOCUMENT_EXISTS, refused.refusal().code());
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
        Held endorsing = Held.next(Journals.LISTS, peer, "Endorse");
        List<Submitted> blockers = new ArrayList<>();
        // As many lists as may be under way, of one document each; the next list is all that is accepted meanwhile.
        for (int i = 0; i < Journals.LISTS; i++) {
            blockers.add(site.accept(Site.newDocument()));
            endorsing.awaitOne();
        }
        List<Submitted> list = new ArrayList<>();
        list.add(site.accept(one));
        for (int i = 0; i < more; i++) {
            list.add(site.accept(Site.newDocument()));
        }
        endorsing.release();
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
}
