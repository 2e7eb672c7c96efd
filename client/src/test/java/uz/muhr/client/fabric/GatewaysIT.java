package uz.muhr.client.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import uz.muhr.client.Client;
import uz.muhr.client.OtherProfile;
import uz.muhr.client.TestNetwork;
import uz.muhr.client.Wire;
import uz.muhr.client.commitment.Receipt;
import uz.muhr.client.submission.Order;
import uz.muhr.client.submission.Outcome;
import uz.muhr.client.verification.Answer;
import uz.muhr.client.verification.AnswerView;
import uz.muhr.client.verification.Inquiry;
import uz.muhr.client.verification.Verification;
import uz.muhr.network.script.ScriptNetwork;
import uz.muhr.protocol.anchoring.AnchorItem;
import uz.muhr.protocol.anchoring.AnchorList;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.identifier.DocumentNumber;
import uz.muhr.protocol.identifier.MspId;
import uz.muhr.protocol.record.Validity;
import uz.muhr.protocol.refusal.ErrorCode;
import uz.muhr.protocol.refusal.Refusal;
import uz.muhr.protocol.verdict.Verdict;

/** The chamber's own peer first, then customs', because the profile lists it. The wires to both can be cut. */
@Tag("ledger")
@Tag("long-on-fabric")
@ExtendWith(TestNetwork.class)
class GatewaysIT {
    private static final MspId CHAMBER = new MspId("ChamberMSP");
    private static final MspId CUSTOMS = new MspId("CustomsMSP");
    private static final Duration VERIFICATION = Duration.ofSeconds(5);

    private final Path folder;
    private final Wire own;
    private final Wire other;
    private final Ledger ledger;
    private final Order order;
    private final Receipt receipt;

    GatewaysIT(ScriptNetwork network, @TempDir Path folder) throws IOException {
        this.folder = folder;
        own = Wire.toPeer(network, "chamber");
        other = Wire.toPeer(network, "customs");
        ledger = new OtherProfile(network, "chamber")
                .gateway("chamber", own)
                .gateway("customs", other)
                .open(folder.resolve("profiles"));
        order = newOrder();
        receipt = assertInstanceOf(Outcome.Anchored.class, Client.submit(ledger, order))
                .receipt();
    }

    @AfterEach
    void close() {
        ledger.close();
        own.close();
        other.close();
    }

    @Test
    void theOwnPeerAnswersAsLongAsItCan() {
        other.cut();
        assertAnswered(CHAMBER, Verdict.VALID);
    }

    @Test
    void anotherOrganisationsPeerAnswersWhenTheOwnIsDownAndTheAnswerSaysSo() {
        own.cut();
        assertAnswered(CUSTOMS, Verdict.VALID);
        assertEquals(CUSTOMS, ledger.read(receipt.documentId()).by());
        assertEquals(CUSTOMS, ledger.history(receipt.documentId()).by());
        own.mend();
        assertAnswered(CHAMBER, Verdict.VALID);
    }

    @Test
    void aPeerThatNeverAnswersLeavesTimeForTheNext() {
        own.fallSilent();
        assertAnswered(CUSTOMS, Verdict.VALID);
    }

    @Test
    void aSubmissionGoesThroughTheOtherPeerWhenTheOwnIsDown() throws IOException {
        own.cut();
        assertInstanceOf(Outcome.Anchored.class, Client.submit(ledger, newOrder()));
    }

    @Test
    void whenNoneCanBeReachedTheVerdictIsUndeterminedAndASubmissionSaysWhyOfEach() throws IOException {
        own.cut();
        other.fallSilent();
        Answer answer = verify();
        assertEquals(Verdict.UNDETERMINED, answer.assessment().verdict());
        assertEquals(List.of(), AnswerView.of(answer).answeredBy());
        assertEquals(List.of(CHAMBER, CUSTOMS), answer.asked());
        Order next = newOrder();
        String sentence = assertInstanceOf(Outcome.NotSent.class, Client.submit(ledger, next))
                .sentence();
        assertTrue(sentence.contains("None of the profile's 2 gateways"), sentence);
        assertTrue(sentence.contains("ChamberMSP's peer cannot be reached"), sentence);
        assertTrue(sentence.contains("CustomsMSP's peer "), sentence);
        assertTrue(next.receipt().read().isEmpty());
    }

    @Test
    void aRefusalIsAnAnswerAndNoOtherPeerIsAskedForABetterOne() {
        other.cut();
        Refusal refusal = assertThrows(Refusal.class, () -> ledger.read(new DocumentId("0".repeat(64))));
        assertEquals(ErrorCode.UNKNOWN_DOCUMENT, refusal.code());
    }

    @Test
    void whatBecameOfATransactionWhoseAnswerWasLostIsAskedOfTheNextPeerByItsId() {
        DocumentNumber number = DocumentNumber.parse(Client.newNumber());
        Endorsed endorsed = ledger.proposeAnchor(new AnchorList(List.of(new AnchorItem(
                order.type(),
                number.digest(),
                Commitment.open(order.fingerprint()),
                Validity.unlimited(),
                Optional.empty()))));
        own.loseAnswers();
        long block = assertTimeout(Duration.ofSeconds(40), endorsed::commit);
        assertEquals(block, ledger.blockOf(endorsed.id()));
        DocumentId document = DocumentId.of(CHAMBER, order.type(), number.digest());
        assertEquals(endorsed.id(), ledger.read(document).value().anchored().transaction());
        assertEquals(
                1, ledger.history(document).value().versions().newestFirst().size());
    }

    private void assertAnswered(MspId by, Verdict verdict) {
        Answer answer = verify();
        assertEquals(verdict, answer.assessment().verdict());
        assertEquals(List.of(by.value()), AnswerView.of(answer).answeredBy());
    }

    private Answer verify() {
        return assertTimeout(VERIFICATION, () -> new Verification(ledger)
                .verify(new Inquiry(
                        Optional.of(order.fingerprint()), order.receipt().read(), Optional.empty(), Optional.empty())));
    }

    private Order newOrder() throws IOException {
        String number = Client.newNumber();
        return Client.order(Client.newFile(folder, number + ".pdf"), "861", number);
    }
}
