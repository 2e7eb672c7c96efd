package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.TransactionDraft;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.protocol.identifier.TransactionId;
import uz.muhr.protocol.verdict.Report;

final class WantedTest {
    @Test
    void aBundleHoldsTheTransactionOfEachVersionAndTheLastThatTouchedTheRecord() {
        ProofDraft draft = ProofDraft.anchored().then(Step.Operation.SUSPEND).then(Step.Operation.RENEW);
        Wanted wanted = by(draft.bundle().answers().get(0));
        Set<TransactionId> makers = draft.steps.subList(0, 2).stream()
                .map(step -> new TransactionId(step.transaction().id()))
                .collect(Collectors.toSet());
        assertEquals(new Wanted(makers, 9), wanted);
    }

    @Test
    void whatIsNoAnswerAboutADocumentAsksForNothing() {
        ProofDraft unknown = ProofDraft.anchored();
        unknown.document.report = made -> new Report(made.question(), made.answeredAt(), List.of(), false);
        refused(Check.ANSWER_CONTENT, unknown);
        ProofDraft garbled = ProofDraft.anchored();
        garbled.document.text = text -> "VALID";
        refused(Check.ANSWER_CONTENT, garbled);
        ProofDraft unread = ProofDraft.anchored();
        unread.answer.stateChange = made -> made.toBuilder().clearReads().build();
        refused(Check.VERSION_COMMITTED, unread);
    }

    private static void refused(Check check, ProofDraft draft) {
        ByteString answer = draft.bundle().answers().get(0);
        assertEquals(
                check, assertThrows(UnprovenException.class, () -> by(answer)).check());
    }

    private static Wanted by(ByteString answer) {
        return Wanted.by(answer, TransactionDraft.CHANNEL, TransactionDraft.CHAINCODE);
    }
}
