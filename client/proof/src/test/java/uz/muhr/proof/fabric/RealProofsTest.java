package uz.muhr.proof.fabric;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.block.BlockEnvelope;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.check.UnprovenException;
import uz.muhr.proof.configuration.Configurations;
import uz.muhr.proof.transaction.EndorsedTransaction;
import uz.muhr.proof.transaction.Majority;
import uz.muhr.proof.transaction.Place;

/** Block and answer tied together on real data, and what was made to be refused. */
@Tag("shared")
final class RealProofsTest {
    /** The check that finds each file of {@code refused}. */
    private static final Map<String, Check> FOUND_BY = Map.ofEntries(
            entry("byte-flipped-in-transaction", Check.BLOCK_DATA),
            entry("byte-flipped-in-transaction-data-hash-made-to-fit", Check.ORDERER_SIGNATURES),
            entry("byte-flipped-in-data-hash", Check.BLOCK_DATA),
            entry("other-block-number", Check.ORDERER_SIGNATURES),
            entry("byte-flipped-in-one-signature", Check.ORDERER_SIGNATURES),
            entry("byte-flipped-in-identifier-header", Check.ORDERER_SIGNATURES),
            entry("one-signature-fewer-than-the-quorum", Check.ORDERER_SIGNATURES),
            entry("one-orderer-s-signature-repeated", Check.ORDERER_SIGNATURES),
            entry("one-orderer-signs-twice-with-new-nonces", Check.ORDERER_SIGNATURES),
            entry("signatures-of-another-block", Check.ORDERER_SIGNATURES),
            entry("two-envelopes-merged-into-one", Check.ENVELOPE_FORM),
            entry("all-envelopes-merged", Check.ENVELOPE_FORM),
            entry("envelope-split-after-its-payload", Check.ENVELOPE_FORM),
            entry("empty-envelope-put-before-it", Check.ENVELOPE_FORM),
            entry("envelopes-swapped", Check.BLOCK_DATA),
            entry("transaction-that-is-not-in-the-block", Check.TRANSACTION_PLACE),
            entry("genesis-block-of-somebody-else-same-channel-name", Check.PIN),
            entry("two-organisations-where-three-are-asked", Check.ENDORSEMENT_MAJORITY),
            entry("answer-for-another-id", Check.QUESTION),
            entry("another-chaincode", Check.CHAINCODE),
            entry("arguments-rewritten-to-the-asked-id", Check.PROPOSAL_HASH),
            entry("answer-rewritten", Check.ENDORSEMENT_SIGNATURES),
            entry("byte-flipped-in-one-endorsement", Check.ENDORSEMENT_SIGNATURES),
            entry("one-organisation-s-endorsement-four-times", Check.ENDORSEMENT_MAJORITY),
            entry("customs-peer-signs-as-chamber", Check.CERTIFICATE_ISSUED),
            entry("ou-client-certificate-signs", Check.CERTIFICATE_ROLE),
            entry("ou-admin-certificate-signs", Check.CERTIFICATE_ROLE),
            entry("self-signed-peer-certificate", Check.CERTIFICATE_ISSUED),
            entry("an-orderer-s-certificate-under-its-ordering-organisation", Check.ENDORSEMENT_SIGNATURES),
            entry("the-read-taken-for-an-ordered-transaction", Check.ENVELOPE_FORM),
            entry("answer-of-channel-documents-shown-as-one-of-channel-foo", Check.TRANSACTION_FORM),
            entry("other-1", Check.CHANNEL));

    private final RealNetwork network = RealNetwork.open();

    @TestFactory
    Stream<DynamicTest> aTransactionAndTheAnswerAboutItAreTiedOnlyWhereItWasCommitted() {
        return network.list("proofs").stream()
                .map(proof -> DynamicTest.dynamicTest(
                        proof.get("tx_id").getAsString() + " "
                                + proof.get("why").getAsString(),
                        () -> assertEquals(proof.get("result").getAsString().equals("holds"), holds(proof))));
    }

    private boolean holds(JsonObject proof) {
        Checks checks = new Checks();
        Configurations configurations = network.documents(checks);
        String id = proof.get("id").getAsString();
        OrderedBlock block =
                OrderedBlock.signed(RealNetwork.block(proof.get("block").getAsString()), checks);
        configurations.requireSigned(block, checks);
        int index = place(block, proof.get("tx_id").getAsString(), checks);
        EndorsedTransaction transaction = EndorsedTransaction.read(
                RealNetwork.envelope(block, index, "documents", checks).payload(), "doc", checks);
        EndorsedTransaction answer = EndorsedTransaction.readAnswer(
                RealAnswer.payload(proof.get("answer").getAsString()), "documents", "doc", checks);
        answer.requireEndorsed(new Majority(RealNetwork.ORGANISATIONS, 2), configurations.newest(), checks);
        return answer.state().readAt(id).equals(Optional.of(new Place(block.number(), index)))
                && transaction
                        .state()
                        .written(id)
                        .equals(Optional.of(answer.answer().getPayload()));
    }

    @TestFactory
    Stream<DynamicTest> whatWasMadeToBeRefusedIsRefusedByName() {
        return network.list("refused").stream()
                .map(refused -> DynamicTest.dynamicTest(refused.get("what").getAsString(), () -> {
                    String file = refused.get("file").getAsString();
                    String name = file.substring(file.indexOf('/') + 1, file.length() - ".pb".length());
                    UnprovenException found = assertThrows(UnprovenException.class, () -> tryOn(refused, file));
                    assertEquals(Objects.requireNonNull(FOUND_BY.get(name)), found.check(), found.getMessage());
                }));
    }

    private void tryOn(JsonObject refused, String file) {
        Checks checks = new Checks();
        switch (refused.get("kind").getAsString()) {
            case "genesis" ->
                Configurations.from(
                        RealNetwork.pinned(file),
                        refused.get("pin").getAsString(),
                        "documents",
                        RealNetwork.ORGANISATIONS,
                        checks);
            case "block" -> {
                OrderedBlock block = OrderedBlock.signed(RealNetwork.block(file), checks);
                int index = place(block, refused.get("tx_id").getAsString(), checks);
                network.documents(checks).requireSigned(block, checks);
                checks.require(Check.TRANSACTION_PLACE, index >= 0, () -> "The transaction is not in the block.");
            }
            case "answer" -> askedAnswer(refused, file, checks);
            default -> throw new IllegalStateException("An unknown kind of file.");
        }
    }

    private void askedAnswer(JsonObject refused, String file, Checks checks) {
        String channel = refused.has("channel") ? refused.get("channel").getAsString() : "documents";
        EndorsedTransaction answer = EndorsedTransaction.readAnswer(
                RealAnswer.payload(file), channel, refused.get("chaincode").getAsString(), checks);
        List<ByteString> asked = RealNetwork.texts(refused.getAsJsonArray("args")).stream()
                .map(ByteString::copyFromUtf8)
                .toList();
        checks.require(Check.QUESTION, answer.call().equals(asked), () -> "Another question was asked.");
        answer.requireEndorsed(
                new Majority(
                        RealNetwork.ORGANISATIONS,
                        refused.get("organisations_asked").getAsInt()),
                network.documents(checks).newest(),
                checks);
    }

    /** All envelopes are looked at; -1 when none is the transaction. */
    private static int place(OrderedBlock block, String id, Checks checks) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < block.data().size(); i++) {
            BlockEnvelope envelope = RealNetwork.envelope(block, i, "documents", checks);
            ids.add(envelope.payload().channelHeader().getTxId());
        }
        return ids.indexOf(id);
    }
}
