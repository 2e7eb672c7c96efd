package uz.muhr.proof.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.block.BlockEnvelope;
import uz.muhr.proof.block.Consenters;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.check.Checks;
import uz.muhr.proof.configuration.Configuration;
import uz.muhr.proof.configuration.Configurations;
import uz.muhr.proof.transaction.EndorsedTransaction;
import uz.muhr.proof.transaction.Majority;
import uz.muhr.proof.transaction.Place;
import uz.muhr.protocol.identifier.MspId;

/** What stands in real blocks is found in them, and every signature holds. */
@Tag("shared")
final class RealBlocksTest {
    private final RealNetwork network = RealNetwork.open();

    @TestFactory
    Stream<DynamicTest> everyBlockIsSignedAndHoldsWhatIsExpected() {
        return Stream.concat(network.list("blocks").stream(), network.list("variants_of_block_1621").stream())
                .filter(block -> block.get("number").getAsLong() > 0)
                .map(block -> DynamicTest.dynamicTest(block.get("file").getAsString(), () -> check(block)));
    }

    private void check(JsonObject expected) {
        Checks checks = new Checks();
        OrderedBlock block =
                OrderedBlock.signed(RealNetwork.block(expected.get("file").getAsString()), checks);
        Configuration configuration = network.documents(checks).requireSigned(block, checks);
        assertEquals(expected.get("number").getAsLong(), block.number());
        assertEquals(expected.get("header_hash").getAsString(), block.headerHash());
        assertEquals(
                expected.getAsJsonArray("transactions").size(), block.data().size());
        for (JsonObject transaction : RealNetwork.objects(expected.getAsJsonArray("transactions"))) {
            BlockEnvelope envelope =
                    RealNetwork.envelope(block, transaction.get("index").getAsInt(), "documents", checks);
            EndorsedTransaction read = EndorsedTransaction.read(
                    envelope.payload(), transaction.get("chaincode").getAsString(), checks);
            checkTransaction(transaction, read, configuration, checks);
            if (!creator(transaction, "subject").contains("OU=admin")) {
                assertEquals(
                        creator(transaction, "certificate_sha256"),
                        read.requireSigned(envelope.signature(), configuration, checks)
                                .certificate()
                                .hex());
            }
        }
    }

    private static String creator(JsonObject transaction, String member) {
        return transaction.getAsJsonObject("creator").get(member).getAsString();
    }

    static void checkTransaction(
            JsonObject expected, EndorsedTransaction read, Configuration configuration, Checks checks) {
        List<JsonObject> endorsers = RealNetwork.objects(expected.getAsJsonArray("endorsers"));
        assertEquals(expected.get("tx_id").getAsString(), read.id());
        assertEquals(
                new TreeSet<>(endorsers.stream()
                        .map(endorser -> new MspId(endorser.get("msp").getAsString()))
                        .toList()),
                read.requireEndorsed(new Majority(RealNetwork.ORGANISATIONS, endorsers.size()), configuration, checks));
        assertEquals(expected.get("status").getAsInt(), read.answer().getStatus());
        assertEquals(arguments(expected), read.call());
        for (JsonObject state : RealNetwork.objects(expected.getAsJsonArray("reads"))) {
            if (isOwn(expected, state)) {
                assertEquals(
                        place(state.get("version")),
                        read.state().readAt(state.get("key").getAsString()));
            }
        }
        for (JsonObject write : RealNetwork.objects(expected.getAsJsonArray("writes"))) {
            if (isOwn(expected, write) && write.has("value")) {
                assertEquals(
                        Optional.of(ByteString.copyFromUtf8(write.get("value").getAsString())),
                        read.state().written(write.get("key").getAsString()));
            }
        }
        boolean ours = expected.get("chaincode").getAsString().equals("doc");
        assertEquals(
                ours && expected.getAsJsonArray("writes").isEmpty(),
                ours && read.state().readsOnly());
    }

    private static boolean isOwn(JsonObject transaction, JsonObject state) {
        return state.get("namespace").equals(transaction.get("chaincode"));
    }

    private static Optional<Place> place(JsonElement version) {
        return version.isJsonNull()
                ? Optional.empty()
                : Optional.of(new Place(
                        version.getAsJsonObject().get("block").getAsLong(),
                        version.getAsJsonObject().get("tx").getAsLong()));
    }

    private static List<ByteString> arguments(JsonObject transaction) {
        return transaction.has("args")
                ? RealNetwork.texts(transaction.getAsJsonArray("args")).stream()
                        .map(ByteString::copyFromUtf8)
                        .toList()
                : RealNetwork.texts(transaction.getAsJsonArray("args_base64")).stream()
                        .map(argument -> ByteString.copyFrom(Base64.getDecoder().decode(argument)))
                        .toList();
    }

    @TestFactory
    Stream<DynamicTest> everyAnswerIsEndorsedAndSaysWhatIsExpected() {
        return network.list("answers").stream()
                .map(expected -> DynamicTest.dynamicTest(expected.get("file").getAsString(), () -> {
                    Checks checks = new Checks();
                    EndorsedTransaction read = EndorsedTransaction.readAnswer(
                            RealAnswer.payload(expected.get("file").getAsString()),
                            "documents",
                            expected.get("chaincode").getAsString(),
                            checks);
                    checkTransaction(expected, read, network.documents(checks).newest(), checks);
                }));
    }

    @Test
    void theQuorumIsThatOfTheNetwork() {
        Checks checks = new Checks();
        assertEquals(network.object("config").get("quorum").getAsInt(), quorum(network.documents(checks)));
    }

    @Test
    void configurationsAreFollowedAndEachBlockCountsUnderItsOwn() {
        Checks checks = new Checks();
        Configurations first = network.other(checks);
        List<JsonObject> configurations =
                RealNetwork.objects(network.object("config_chain").getAsJsonArray("configs"));
        List<ByteString> later = new ArrayList<>();
        for (JsonObject configuration : configurations.subList(1, configurations.size())) {
            later.add(RealNetwork.block(
                    "config-chain/other-" + configuration.get("block").getAsLong() + ".pb"));
        }
        Configurations known = first.followed(later, checks);
        JsonObject newest = configurations.get(configurations.size() - 1);
        assertEquals(newest.get("sequence").getAsLong(), known.newest().sequence());
        assertEquals(newest.get("quorum").getAsInt(), quorum(known));
        List<Long> configurationBlocks = configurations.stream()
                .map(configuration -> configuration.get("block").getAsLong())
                .toList();
        for (JsonObject block :
                RealNetwork.objects(network.object("config_chain").getAsJsonArray("blocks"))) {
            if (!configurationBlocks.contains(block.get("number").getAsLong())) {
                OrderedBlock ordered =
                        OrderedBlock.signed(RealNetwork.block(block.get("file").getAsString()), checks);
                assertEquals(
                        block.get("verified_under_config_block").getAsLong(),
                        known.requireSigned(ordered, checks).number());
            }
        }
        assertTrue(configurations.size() > 2);
    }

    private static int quorum(Configurations configurations) {
        return assertInstanceOf(Consenters.class, configurations.newest().orderers())
                .quorum();
    }
}
