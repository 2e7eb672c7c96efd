package uz.muhr.proof.verification;

import static uz.muhr.proof.check.Check.CHAINCODE;
import static uz.muhr.proof.check.Check.CHANNEL;
import static uz.muhr.proof.check.Check.CREATOR_SIGNATURE;
import static uz.muhr.proof.check.Check.ENDORSEMENT_MAJORITY;
import static uz.muhr.proof.check.Check.ENDORSEMENT_SIGNATURES;
import static uz.muhr.proof.check.Check.PROPOSAL_HASH;
import static uz.muhr.proof.check.Check.TRANSACTION_FORM;
import static uz.muhr.proof.check.Check.TRANSACTION_ID;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.SignatureHeader;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeProposalPayload;
import org.hyperledger.fabric.protos.peer.Endorsement;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.Bytes;
import uz.muhr.proof.Part;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.TransactionDraft;
import uz.muhr.proof.check.Check;

/** Transactions and answers whose parts do not belong together, or that too few have endorsed. */
final class TransactionAttacksTest {
    private static final ByteString GARBAGE = ByteString.copyFromUtf8("\0garbage");

    /** What is looked at in every envelope of a block. */
    private static final Set<Part> OF_THE_ENVELOPE =
            EnumSet.of(Part.CHANNEL_HEADER, Part.PAYLOAD, Part.SIGNED_PAYLOAD, Part.ENVELOPE, Part.SIGNATURE);

    @TestFactory
    Stream<DynamicTest> everyMessageOfATransactionIsInItsOneForm() {
        return EnumSet.complementOf(EnumSet.copyOf(OF_THE_ENVELOPE)).stream()
                .flatMap(part -> Stream.of(
                        anchoring(TRANSACTION_FORM, "unknown field: " + part, change(part, Bytes::withUnknownField)),
                        anchoring(TRANSACTION_FORM, "garbage: " + part, change(part, made -> GARBAGE))));
    }

    @TestFactory
    Stream<DynamicTest> everyMessageOfAnAnswerIsInItsOneForm() {
        return EnumSet.complementOf(EnumSet.of(Part.SIGNED_PAYLOAD, Part.ENVELOPE, Part.SIGNATURE)).stream()
                .flatMap(part -> Stream.of(
                        answer(TRANSACTION_FORM, "unknown field: " + part, change(part, Bytes::withUnknownField)),
                        answer(TRANSACTION_FORM, "garbage: " + part, change(part, made -> GARBAGE))));
    }

    @TestFactory
    Stream<DynamicTest> aTransactionIsOneCallOfTheChaincode() {
        return Stream.of(
                        both(TRANSACTION_FORM, "of another type", it -> it.type = HeaderType.MESSAGE_VALUE),
                        both(TRANSACTION_FORM, "two calls in one", it -> it.change(Part.TRANSACTION, twoCalls())),
                        both(TRANSACTION_FORM, "no call", it -> it.change(Part.TRANSACTION, made -> ByteString.EMPTY)),
                        both(
                                TRANSACTION_FORM,
                                "two headers that differ",
                                it -> it.change(
                                        Part.ACTION_HEADER,
                                        Bytes.changed(SignatureHeader.parser(), made -> made.toBuilder()
                                                .setNonce(ByteString.copyFromUtf8("another"))
                                                .build()))),
                        both(
                                TRANSACTION_FORM,
                                "a transient map, not hashed",
                                it -> it.change(Part.ENDORSED_PROPOSAL, notHashed())),
                        both(TRANSACTION_FORM, "a transient map, hashed", it -> it.change(Part.PROPOSAL, notHashed())),
                        both(
                                TRANSACTION_FORM,
                                "our namespace twice",
                                it -> it.results = made -> made.toBuilder()
                                        .addNsRwset(made.getNsRwset(1))
                                        .build()),
                        both(
                                TRANSACTION_FORM,
                                "one key read twice",
                                it -> it.stateChange = made -> made.toBuilder()
                                        .addReads(KVRead.newBuilder().setKey("twice"))
                                        .addReads(KVRead.newBuilder().setKey("twice"))
                                        .build()),
                        both(
                                TRANSACTION_FORM,
                                "one key written twice",
                                it -> it.stateChange = made -> made.toBuilder()
                                        .addWrites(KVWrite.newBuilder().setKey("twice"))
                                        .addWrites(KVWrite.newBuilder().setKey("twice"))
                                        .build()),
                        List.of(anchoring(
                                TRANSACTION_FORM,
                                "a creator without an organisation",
                                it -> it.creator = it.creator.as(""))),
                        List.of(answer(CHANNEL, "an answer of another channel", it -> it.channel = "foo")),
                        time("before 1970", Timestamp.newBuilder().setSeconds(-1)),
                        time("after 9999", Timestamp.newBuilder().setSeconds(Long.MAX_VALUE)),
                        time("of negative nanoseconds", Timestamp.newBuilder().setNanos(-1)),
                        time(
                                "of more than a second's nanoseconds",
                                Timestamp.newBuilder().setNanos(1_000_000_000)),
                        both(
                                TRANSACTION_ID,
                                "somebody else's id",
                                it -> it.change(Part.CREATOR, made -> ProofDraft.anchored()
                                        .network
                                        .carrier()
                                        .peer()
                                        .serialized())),
                        both(CHAINCODE, "another chaincode in the header", it -> it.chaincodes[0] = "other"),
                        both(CHAINCODE, "another chaincode called", it -> it.chaincodes[1] = "other"),
                        both(CHAINCODE, "another chaincode answered", it -> it.chaincodes[2] = "other"))
                .flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicTest> whatWasEndorsedIsWhatWasProposed() {
        return Stream.of(
                        both(
                                PROPOSAL_HASH,
                                "the arguments rewritten afterwards",
                                it -> it.change(
                                        Part.ENDORSED_PROPOSAL,
                                        made -> Bytes.replaced(made, "document:", "document;"))),
                        both(
                                PROPOSAL_HASH,
                                "another proposal's hash",
                                it -> it.change(
                                        Part.RESPONSE,
                                        Bytes.changed(ProposalResponsePayload.parser(), made -> made.toBuilder()
                                                .setProposalHash(GARBAGE)
                                                .build()))),
                        both(
                                ENDORSEMENT_SIGNATURES,
                                "the answer rewritten afterwards",
                                it -> it.change(Part.ENDORSED_RESPONSE, rewrittenAnswer())))
                .flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicTest> peersOfAMajorityEndorse() {
        ProofDraft draft = ProofDraft.anchored();
        TestIdentity customs = draft.network.customs().peer();
        TestIdentity second = draft.network.customs().authority().issue("CustomsMSP", "CN=peer1,OU=peer");
        return Stream.of(
                        both(ENDORSEMENT_MAJORITY, "nobody", it -> it.endorsers.clear()),
                        both(ENDORSEMENT_MAJORITY, "one too few", it -> it.endorsers.remove(0)),
                        both(
                                ENDORSEMENT_MAJORITY,
                                "one four times",
                                it -> it.endorsers = List.of(customs, customs, customs, customs)),
                        both(
                                ENDORSEMENT_MAJORITY,
                                "two peers of one organisation",
                                it -> it.endorsers = List.of(
                                        customs, second, draft.network.chamber().peer())),
                        both(
                                ENDORSEMENT_SIGNATURES,
                                "one in the name of an untrusted organisation",
                                it -> it.endorsers.add(customs.as("ForeignMSP"))),
                        both(TRANSACTION_FORM, "one in the name of none", it -> it.endorsers.add(customs.as(""))),
                        both(
                                ENDORSEMENT_SIGNATURES,
                                "a byte of a signature",
                                it -> it.change(Part.ACTION, endorsement(0, made -> made.toBuilder()
                                        .setSignature(Bytes.flipped(made.getSignature(), 20))
                                        .build()))),
                        both(
                                ENDORSEMENT_SIGNATURES,
                                "no signature",
                                it -> it.change(Part.ACTION, endorsement(0, made -> made.toBuilder()
                                        .clearSignature()
                                        .build()))),
                        both(ENDORSEMENT_SIGNATURES, "the higher s", it -> it.change(Part.ACTION, highS(it))),
                        both(
                                ENDORSEMENT_SIGNATURES,
                                "one signature under another name",
                                it -> it.change(Part.ACTION, endorsement(0, made -> made.toBuilder()
                                        .setEndorser(it.endorsers.get(1).serialized())
                                        .build()))),
                        trusted("a trust file of one organisation that did not answer", "ChamberMSP"),
                        trusted("a trust file in which those who answered are a minority", "ChamberMSP", "CustomsMSP"))
                .flatMap(List::stream);
    }

    @TestFactory
    Stream<DynamicTest> theCreatorSigns() {
        return Stream.of(
                anchoring(
                        CREATOR_SIGNATURE,
                        "somebody else signed",
                        it -> it.change(Part.SIGNATURE, made -> ProofDraft.anchored()
                                .network
                                .customs()
                                .client()
                                .sign(it.payload()))),
                anchoring(
                        CREATOR_SIGNATURE,
                        "a byte of the signature",
                        change(Part.SIGNATURE, made -> Bytes.flipped(made, 20))),
                anchoring(
                        CREATOR_SIGNATURE,
                        "the higher s",
                        it -> it.change(Part.SIGNATURE, made -> it.creator.signWithHighS(it.payload()))),
                anchoring(CREATOR_SIGNATURE, "another payload was signed", it -> {
                    ByteString other = ProofDraft.anchored()
                            .then(Step.Operation.REVOKE)
                            .steps
                            .get(1)
                            .transaction()
                            .payload();
                    it.change(Part.SIGNATURE, made -> it.creator.sign(other));
                }),
                anchoring(
                        CREATOR_SIGNATURE,
                        "an untrusted organisation's client",
                        it -> it.creator = it.creator.as("ForeignMSP")));
    }

    /** The same answer but for its status. */
    private static UnaryOperator<ByteString> rewrittenAnswer() {
        return Bytes.changed(ProposalResponsePayload.parser(), made -> {
            ChaincodeAction.Builder action = Bytes.parse(ChaincodeAction.parser(), made.getExtension()).toBuilder();
            action.getResponseBuilder().setStatus(201);
            return made.toBuilder().setExtension(action.build().toByteString()).build();
        });
    }

    private static List<DynamicTest> trusted(String name, String... organisations) {
        return List.of(Attack.fails(ENDORSEMENT_MAJORITY, name, draft -> {
            draft.trusted.removeIf(known -> !List.of(organisations).contains(known.value()));
            draft.anchoring().endorsers.removeIf(peer -> !List.of(organisations).contains(peer.organisation()));
            draft.answer.endorsers.removeIf(peer -> !List.of(organisations).contains(peer.organisation()));
        }));
    }

    private static List<DynamicTest> time(String name, Timestamp.Builder time) {
        return both(
                TRANSACTION_FORM,
                "a time " + name,
                it -> it.change(Part.CHANNEL_HEADER, Bytes.changed(ChannelHeader.parser(), made -> made.toBuilder()
                        .setTimestamp(time)
                        .build())));
    }

    private static UnaryOperator<ByteString> twoCalls() {
        return Bytes.changed(
                Transaction.parser(),
                made -> made.toBuilder().addActions(made.getActions(0)).build());
    }

    private static UnaryOperator<ByteString> notHashed() {
        return Bytes.changed(
                ChaincodeProposalPayload.parser(),
                made -> made.toBuilder().putTransientMap("key", GARBAGE).build());
    }

    private static UnaryOperator<ByteString> endorsement(int index, UnaryOperator<Endorsement> change) {
        return Bytes.changed(ChaincodeActionPayload.parser(), made -> {
            ChaincodeActionPayload.Builder payload = made.toBuilder();
            payload.getActionBuilder()
                    .setEndorsements(index, change.apply(made.getAction().getEndorsements(index)));
            return payload.build();
        });
    }

    private static UnaryOperator<ByteString> highS(TransactionDraft draft) {
        return Bytes.changed(ChaincodeActionPayload.parser(), made -> {
            ByteString response = made.getAction().getProposalResponsePayload();
            TestIdentity endorser = draft.endorsers.get(0);
            ChaincodeActionPayload.Builder payload = made.toBuilder();
            payload.getActionBuilder()
                    .getEndorsementsBuilder(0)
                    .setSignature(endorser.signWithHighS(response, endorser.serialized()));
            return payload.build();
        });
    }

    private static Consumer<TransactionDraft> change(Part part, UnaryOperator<ByteString> change) {
        return it -> it.change(part, change);
    }

    private static List<DynamicTest> both(Check check, String name, Consumer<TransactionDraft> change) {
        List<DynamicTest> tests = new ArrayList<>();
        tests.add(anchoring(check, name, change));
        tests.add(answer(check, name, change));
        return tests;
    }

    private static DynamicTest anchoring(Check check, String name, Consumer<TransactionDraft> change) {
        return Attack.fails(check, "anchoring, " + name, draft -> change.accept(draft.anchoring()));
    }

    private static DynamicTest answer(Check check, String name, Consumer<TransactionDraft> change) {
        return Attack.fails(check, "answer, " + name, draft -> change.accept(draft.answer));
    }
}
