package uz.muhr.contract;

import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.COMPLETED;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.GET_STATE;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.GET_STATE_MULTIPLE;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.PUT_STATE;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.PUT_STATE_METADATA;
import static org.hyperledger.fabric.protos.peer.ChaincodeMessage.Type.WRITE_BATCH_STATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hyperledger.fabric.protos.peer.ChaincodeAdditionalParams;
import org.hyperledger.fabric.protos.peer.ChaincodeMessage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uz.muhr.protocol.anchoring.AnchorItem;

/** Through the real shim and its stream: whichever messages carry the keys, a transaction reads, writes and answers the same. */
@ExtendWith(WithoutLogs.class)
final class BatchedStateTest {
    private static final ByteString OLD_PEER = ByteString.EMPTY;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 1_000})
    void withBatchesATransactionReadsAndWritesTheSameBytesAsWithout(int keys) throws Exception {
        SampleNetwork network = SampleNetwork.withLife();
        try (FakePeer batching = FakePeer.announcing(keys);
                FakePeer old = FakePeer.saying(BatchSetting.ON, OLD_PEER)) {
            List<String> expected = all(network.again());
            assertEquals(expected, all(network.again().through(old::run)));
            assertEquals(expected, all(network.again().through(batching::run)));
        }
    }

    @Test
    void aListOfFiveHundredCostsFourMessages() throws Exception {
        try (FakePeer peer = FakePeer.announcing(1_000)) {
            anchor(peer, 500);
            assertEquals(
                    Map.of(GET_STATE, 1, GET_STATE_MULTIPLE, 1, WRITE_BATCH_STATE, 2, COMPLETED, 1), peer.messages);
        }
    }

    @Test
    void aListOfFiveHundredReadingsCostsFourMessagesToo() throws Exception {
        try (FakePeer peer = FakePeer.announcing(1_000)) {
            SampleNetwork network = SampleNetwork.withLife();
            String list = SampleSealing.readings(network.now(), 1, 501);
            network.through(peer::run).submit(SampleSealing.CARRIER, "seal:observe", list);
            assertEquals(
                    Map.of(GET_STATE, 1, GET_STATE_MULTIPLE, 1, WRITE_BATCH_STATE, 2, COMPLETED, 1), peer.messages);
        }
    }

    @Test
    void noMessageHoldsMoreThanThePeerAnnounced() throws Exception {
        try (FakePeer peer = FakePeer.announcing(10)) {
            anchor(peer, 500);
            assertEquals(10, peer.largest);
            assertEquals(51, peer.messages.get(GET_STATE_MULTIPLE), "502 keys");
            assertEquals(150, peer.messages.get(WRITE_BATCH_STATE), "1,500 records");
        }
    }

    @Test
    void aPeerThatAnnouncesNothingGetsSingleMessages() throws Exception {
        for (ByteString silent : List.of(
                OLD_PEER,
                ByteString.copyFromUtf8("no message of any kind"),
                ChaincodeAdditionalParams.newBuilder()
                        .setMaxSizeGetMultipleKeys(1_000)
                        .setMaxSizeWriteBatch(1_000)
                        .build()
                        .toByteString(),
                ChaincodeAdditionalParams.newBuilder()
                        .setUseGetMultipleKeys(true)
                        .setUseWriteBatch(true)
                        .build()
                        .toByteString())) {
            try (FakePeer peer = FakePeer.saying(BatchSetting.ON, silent)) {
                anchor(peer, 3);
                assertEquals(single(3), peer.messages);
            }
        }
    }

    @Test
    void eachOfTheTwoMessagesIsSentOnlyWhenItWasAnnounced() throws Exception {
        ChaincodeAdditionalParams reads = ChaincodeAdditionalParams.newBuilder()
                .setUseGetMultipleKeys(true)
                .setMaxSizeGetMultipleKeys(100)
                .build();
        try (FakePeer peer = FakePeer.saying(BatchSetting.ON, reads.toByteString())) {
            anchor(peer, 3);
            assertEquals(
                    Map.of(GET_STATE, 1, GET_STATE_MULTIPLE, 1, PUT_STATE, 6, PUT_STATE_METADATA, 3, COMPLETED, 1),
                    peer.messages);
        }
    }

    @Test
    void aServerThatIsToldNotToSendsSingleMessagesWhateverThePeerAnnounces() throws Exception {
        ByteString announced = ChaincodeAdditionalParams.newBuilder()
                .setUseGetMultipleKeys(true)
                .setMaxSizeGetMultipleKeys(1_000)
                .setUseWriteBatch(true)
                .setMaxSizeWriteBatch(1_000)
                .build()
                .toByteString();
        try (FakePeer peer = FakePeer.saying(BatchSetting.OFF, announced)) {
            anchor(peer, 3);
            assertEquals(single(3), peer.messages);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET_STATE_MULTIPLE", "WRITE_BATCH_STATE"})
    void aBatchThatThePeerRefusesFailsTheTransactionAndTheNextOneRuns(ChaincodeMessage.Type refused) throws Exception {
        SampleNetwork network = SampleNetwork.established();
        try (FakePeer peer = FakePeer.announcing(1_000)) {
            peer.refused.add(refused);
            SampleNetwork.Transaction failed =
                    network.through(peer::run).run(SampleNetwork.CHAMBER, "document:anchor", list(3));
            assertEquals(500, failed.response().getStatusCode());
            assertEquals(0, failed.stub().writes.size());
            peer.refused.clear();
            assertTrue(network.run(SampleNetwork.CHAMBER, "document:anchor", list(3))
                    .answer()
                    .startsWith("{\"outcomes\""));
        }
    }

    @Test
    void aRefusedTransactionSendsNoWrite() throws Exception {
        try (FakePeer peer = FakePeer.announcing(1_000)) {
            SampleNetwork network = SampleNetwork.withLife().through(peer::run);
            SampleNetwork.Transaction refused =
                    network.run(SampleNetwork.CHAMBER, "document:suspend", SampleNetwork.DOCUMENT.hex(), "9");
            assertEquals(500, refused.response().getStatusCode());
            assertEquals(Map.of(GET_STATE, 2, COMPLETED, 1), peer.messages);
        }
    }

    private static Map<ChaincodeMessage.Type, Integer> single(int documents) {
        return Map.of(GET_STATE, 3 + documents, PUT_STATE, 2 * documents, PUT_STATE_METADATA, documents, COMPLETED, 1);
    }

    private static void anchor(FakePeer peer, int documents) {
        SampleNetwork.Transaction made = SampleNetwork.established()
                .through(peer::run)
                .run(SampleNetwork.CHAMBER, "document:anchor", list(documents));
        made.answer();
        assertEquals(2 * documents, made.stub().writes.size());
    }

    private static String list(int documents) {
        return SampleNetwork.list(IntStream.range(0, documents)
                .mapToObj(i -> SampleNetwork.item(SampleNetwork.ORIGIN, "N" + i, SampleNetwork.OPEN))
                .toArray(AnchorItem[]::new));
    }

    private static List<String> all(SampleNetwork network) {
        List<String> all = new ArrayList<>();
        for (SampleCall call : SampleCall.ofEachKind()) {
            SampleNetwork.Transaction made = call.in(network);
            all.add(made.answer());
            all.addAll(made.stub().reads);
            all.addAll(made.stub().written());
        }
        return all;
    }
}
