package uz.muhr.proof.verification;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static uz.muhr.proof.check.Check.ANSWER_CONTENT;
import static uz.muhr.proof.check.Check.ANSWER_STATUS;
import static uz.muhr.proof.check.Check.ANSWER_TIME;
import static uz.muhr.proof.check.Check.QUESTION;
import static uz.muhr.proof.check.Check.TIME_COVERED;

import com.google.protobuf.ByteString;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.ledger.rwset.CollectionHashedReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeInput;
import org.hyperledger.fabric.protos.peer.ChaincodeInvocationSpec;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.Bytes;
import uz.muhr.proof.Part;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.TransactionDraft;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.transaction.Majority;
import uz.muhr.protocol.commitment.Commitment;
import uz.muhr.protocol.commitment.Fingerprint;
import uz.muhr.protocol.identifier.DocumentId;
import uz.muhr.protocol.verdict.Question;
import uz.muhr.protocol.verdict.Report;

/** Answers to something else, or that say something else than they show. */
final class AnswerAttacksTest {
    private static final Commitment OTHER_CONTENT = Commitment.open(new Fingerprint("cd".repeat(32)));
    private static final DocumentId OTHER_DOCUMENT = new DocumentId("ef".repeat(32));

    @TestFactory
    Stream<DynamicTest> theAnswerIsToTheVeryQuestion() {
        return Stream.of(
                asked("another file", OTHER_CONTENT, ProofDraft.DOCUMENT),
                asked("another document", ProofDraft.CONTENT, OTHER_DOCUMENT),
                question(
                        "about another file",
                        new Question(Optional.of(OTHER_CONTENT), Optional.of(ProofDraft.DOCUMENT), Optional.empty())),
                question(
                        "about another document",
                        new Question(Optional.of(ProofDraft.CONTENT), Optional.of(OTHER_DOCUMENT), Optional.empty())),
                question(
                        "about the document alone",
                        new Question(Optional.empty(), Optional.of(ProofDraft.DOCUMENT), Optional.empty())),
                Attack.fails(QUESTION, "an answer about the file alone, no document named", draft -> {
                    Question fileAlone =
                            new Question(Optional.of(ProofDraft.CONTENT), Optional.empty(), Optional.empty());
                    draft.document.question = fileAlone;
                    draft.asked = new Asked(ProofDraft.CONTENT, Optional.empty(), Optional.empty());
                }),
                question(
                        "about the file alone",
                        new Question(Optional.of(ProofDraft.CONTENT), Optional.empty(), Optional.empty())),
                question(
                        "about another time",
                        new Question(
                                Optional.of(ProofDraft.CONTENT),
                                Optional.of(ProofDraft.DOCUMENT),
                                Optional.of(ProofDraft.ANCHORED_AT))),
                call(
                        "to verify, for which nobody looks at the clock",
                        call -> Bytes.replaced(call, "document:attest", "document:verify")),
                call("to more arguments", Bytes.changed(ChaincodeInvocationSpec.parser(), AnswerAttacksTest::oneMore)),
                call("to no argument", Bytes.changed(ChaincodeInvocationSpec.parser(), AnswerAttacksTest::none)),
                call(
                        "to a question in another form",
                        call -> Bytes.replaced(call, "\"kind\":\"open\"", "\"kind\":\"opeN\"")),
                Attack.fails(
                        QUESTION,
                        "two answers about it",
                        draft -> draft.bundle = answers(answers -> Collections.nCopies(2, answers.get(0)))),
                Attack.fails(
                        QUESTION,
                        "the transaction that anchored it, taken for an answer",
                        draft -> draft.bundle =
                                answers(answers -> List.of(draft.anchoring().payload()))));
    }

    @TestFactory
    Stream<DynamicTest> theAnswerIsASuccessAndWritesNothing() {
        return Stream.of(
                Attack.fails(
                        ANSWER_STATUS,
                        "an error",
                        draft -> draft.answer.response =
                                draft.answer.response.toBuilder().setStatus(500).build()),
                state("a write", made -> made.toBuilder()
                        .addWrites(KVWrite.newBuilder().setKey("written"))
                        .build()),
                state("a policy", made -> made.toBuilder()
                        .addMetadataWrites(KVMetadataWrite.newBuilder().setKey("policy"))
                        .build()),
                Attack.fails(
                        ANSWER_STATUS,
                        "a write elsewhere",
                        draft -> draft.answer.results = made -> made.toBuilder()
                                .addNsRwset(NsReadWriteSet.newBuilder()
                                        .setNamespace("other")
                                        .setRwset(KVRWSet.newBuilder()
                                                .addWrites(KVWrite.newBuilder().setKey("written"))
                                                .build()
                                                .toByteString()))
                                .build()),
                Attack.fails(
                        ANSWER_STATUS,
                        "something private",
                        draft -> draft.answer.results = made -> made.toBuilder()
                                .setNsRwset(
                                        1,
                                        made.getNsRwset(1).toBuilder()
                                                .addCollectionHashedRwset(
                                                        CollectionHashedReadWriteSet.getDefaultInstance()))
                                .build()));
    }

    @TestFactory
    Stream<DynamicTest> theAnswerFollowsFromItsEvidence() {
        return Stream.of(
                content(
                        "the verdict rewritten",
                        ProofDraft.anchored().then(Step.Operation.REVOKE),
                        draft -> draft.document.text =
                                text -> text.replace("\"verdict\":\"REVOKED\"", "\"verdict\":\"VALID\"")),
                content(
                        "the revocation left out",
                        ProofDraft.anchored().then(Step.Operation.REVOKE),
                        draft -> draft.document.text =
                                text -> text.replace("\"status\":\"REVOKED\"", "\"status\":\"VALID\"")),
                content("no answer in our form", ProofDraft.anchored(), draft -> draft.document.text = text -> "VALID"),
                content(
                        "the answer to another question",
                        ProofDraft.anchored(),
                        draft -> draft.document.report = made -> new Report(
                                new Question(
                                        Optional.of(OTHER_CONTENT), Optional.of(ProofDraft.DOCUMENT), Optional.empty()),
                                made.answeredAt(),
                                made.evidence(),
                                made.more())),
                content(
                        "no such document",
                        ProofDraft.anchored(),
                        draft -> draft.document.report =
                                made -> new Report(made.question(), made.answeredAt(), List.of(), false)),
                content(
                        "only another document of this file",
                        ProofDraft.anchored(),
                        draft -> draft.document.id = OTHER_DOCUMENT),
                Attack.fails(ANSWER_TIME, "of a later time than asked", draft -> draft.document.answeredLater = 1),
                Attack.fails(
                        ANSWER_TIME, "of an earlier time than asked", draft -> draft.document.answeredLater = -60));
    }

    @TestFactory
    Stream<DynamicTest> nothingIsProvedOfALaterTime() {
        return Stream.of(Attack.fails(
                TIME_COVERED,
                "a second after the answer",
                draft -> draft.asked = new Asked(
                        ProofDraft.CONTENT,
                        Optional.of(ProofDraft.DOCUMENT),
                        Optional.of(Instant.parse("2026-05-01T12:00:01Z")))));
    }

    @TestFactory
    Stream<DynamicTest> anotherAnswersDocumentMustBeNamed() {
        return Stream.of(Attack.fails(QUESTION, "two documents of one file", draft -> {
            TransactionDraft other = new TransactionDraft(
                    "other", draft.network.carrier().client(), ProofDraft.ANSWERED_AT, draft.peers(0, 2, 3));
            other.call.add("document:attest");
            other.call.add(new Question(Optional.of(ProofDraft.CONTENT), Optional.of(OTHER_DOCUMENT), Optional.empty())
                    .write());
            draft.asked = new Asked(ProofDraft.CONTENT, Optional.empty(), Optional.empty());
            draft.bundle = answers(answers -> List.of(answers.get(0), other.payload()));
        }));
    }

    @Test
    void nobodyIsNoMajority() {
        assertThrows(IllegalArgumentException.class, () -> Majority.of(new TreeSet<>()));
        assertThrows(IllegalArgumentException.class, () -> new Majority(ProofDraft.anchored().trusted, 0));
        assertThrows(IllegalArgumentException.class, () -> new Majority(ProofDraft.anchored().trusted, 5));
    }

    private static DynamicTest asked(String name, Commitment content, DocumentId document) {
        return Attack.fails(
                QUESTION,
                "asked about " + name,
                draft -> draft.asked = new Asked(content, Optional.of(document), Optional.empty()));
    }

    private static DynamicTest question(String name, Question question) {
        return Attack.fails(QUESTION, "an answer " + name, draft -> {
            draft.document.question = question;
            draft.document.report = made -> new Report(question, made.answeredAt(), List.of(), false);
        });
    }

    private static DynamicTest call(String name, UnaryOperator<ByteString> change) {
        return Attack.fails(QUESTION, "an answer " + name, draft -> draft.answer.change(Part.CALL, change));
    }

    private static DynamicTest state(String name, UnaryOperator<KVRWSet> change) {
        return Attack.fails(ANSWER_STATUS, name, draft -> draft.answer.stateChange = change);
    }

    private static DynamicTest content(String name, ProofDraft draft, Consumer<ProofDraft> change) {
        return Attack.fails(ANSWER_CONTENT, name, draft, change);
    }

    private static UnaryOperator<ProofBundle> answers(UnaryOperator<List<ByteString>> change) {
        return made -> new ProofBundle(made.configurations(), made.blocks(), change.apply(made.answers()));
    }

    private static ChaincodeInvocationSpec oneMore(ChaincodeInvocationSpec call) {
        return arguments(call, input -> input.addArgs(ByteString.copyFromUtf8("more")));
    }

    private static ChaincodeInvocationSpec none(ChaincodeInvocationSpec call) {
        return arguments(call, ChaincodeInput.Builder::clearArgs);
    }

    private static ChaincodeInvocationSpec arguments(
            ChaincodeInvocationSpec call, Consumer<ChaincodeInput.Builder> change) {
        ChaincodeInvocationSpec.Builder changed = call.toBuilder();
        change.accept(changed.getChaincodeSpecBuilder().getInputBuilder());
        return changed.build();
    }
}
