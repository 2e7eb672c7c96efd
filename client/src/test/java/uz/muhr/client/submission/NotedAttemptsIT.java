package uz.muhr.client.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.commitment.DurableFile;
import uz.muhr.client.consignment.ConsignmentReceipt;
import uz.muhr.client.consignment.Voyage;
import uz.muhr.client.fabric.Ledger;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.consignment.ConsignmentLinking;
import uz.muhr.protocol.freight.ContainerNumber;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;

/** What a command that was killed left behind, at each point at which it can have been. */
@Tag("ledger")
@ExtendWith(TestNetwork.class)
class NotedAttemptsIT {
    @TempDir
    Path folder;

    private final ScriptNetwork network;
    private DurableFile note = new DurableFile(Path.of(""));
    private ConsignmentReceipt receipt = Voyage.pending();

    NotedAttemptsIT(ScriptNetwork network) {
        this.network = network;
    }

    @BeforeEach
    void aConsignment() {
        note = new DurableFile(folder.resolve("voyage.under-way"));
        receipt = Voyage.pending().under(ConsignmentReceipt.newSecret(new SecureRandom()));
        try (Ledger ledger = Client.ledger(network, "carrier");
                NotedAttempts attempts = new NotedAttempts(ledger, note)) {
            attempts.settle(() -> new SealWish.Open(receipt));
            assertTrue(Files.exists(note.path()), "until whoever asked was told");
        }
        assertFalse(Files.exists(note.path()));
        TestNetwork.level();
    }

    private SealWish link(long expected, ContainerNumber container) {
        return new SealWish.Link(
                new ConsignmentLinking(receipt.id(), expected, receipt.linked(List.of(container), List.of())));
    }

    private long sequence(Ledger ledger) {
        return ledger.seals().consignment(receipt.id()).value().consignment().sequence();
    }

    @Test
    void killedBeforeItWasSentItIsSentByTheNextCommand() {
        note.create(WishText.write(link(1, Voyage.OTHER_CONTAINER)));
        try (Ledger ledger = Client.ledger(network, "carrier");
                NotedAttempts attempts = new NotedAttempts(ledger, note)) {
            attempts.finishFirst();
            assertEquals(2, sequence(ledger));
        }
        assertEquals(Optional.empty(), note.read("note", 1 << 20));
    }

    @Test
    void killedAfterItWasCommittedItIsFoundAndTheSameCommandIsIt() {
        SealWish wish = link(1, Voyage.OTHER_CONTAINER);
        try (Ledger ledger = Client.ledger(network, "carrier")) {
            Attempted.Done done = new Attempts(ledger, Stages.UNWATCHED).settle(wish);
            note.create(WishText.write(wish));
            try (NotedAttempts attempts = new NotedAttempts(ledger, note)) {
                Attempted.Done found = attempts.settle(() -> link(sequence(ledger), Voyage.OTHER_CONTAINER));
                assertEquals(done.place(), found.place());
                assertTrue(found.before());
            }
            assertEquals(2, sequence(ledger), "it happened once");
        }
    }

    @Test
    void whatTheLedgerDoesNotTakeIsForgottenAndTheNextCommandGoesOn() {
        note.create(WishText.write(link(7, Voyage.OTHER_CONTAINER)));
        try (Ledger ledger = Client.ledger(network, "carrier");
                NotedAttempts attempts = new NotedAttempts(ledger, note)) {
            attempts.settle(() -> link(sequence(ledger), Voyage.OTHER_CONTAINER));
            assertEquals(2, sequence(ledger));
        }
    }

    @Test
    void aRefusalLeavesNothingUnderWay() {
        try (Ledger ledger = Client.ledger(network, "customs/officer");
                NotedAttempts attempts = new NotedAttempts(ledger, note)) {
            Refusal refusal = assertThrows(Refusal.class, () -> attempts.settle(() -> link(1, Voyage.OTHER_CONTAINER)));
            assertEquals(ErrorCode.NOT_AUTHORISED, refusal.code());
        }
        assertFalse(Files.exists(note.path()));
    }

    @Test
    void aNoteThatNobodyCanReadIsSaidAndKept() {
        note.create("{");
        try (Ledger ledger = Client.ledger(network, "carrier");
                NotedAttempts attempts = new NotedAttempts(ledger, note)) {
            assertThrows(Refusal.class, attempts::finishFirst);
        }
        assertTrue(Files.exists(note.path()));
    }
}
