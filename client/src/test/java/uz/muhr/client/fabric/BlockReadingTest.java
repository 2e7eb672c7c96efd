package uz.muhr.client.fabric;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockData;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.ChannelHeader;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Header;
import org.hyperledger.fabric.protos.common.HeaderType;
import org.hyperledger.fabric.protos.common.Payload;
import org.hyperledger.fabric.protos.ledger.rwset.NsReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.TxReadWriteSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRWSet;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.ChaincodeAction;
import org.hyperledger.fabric.protos.peer.ChaincodeActionPayload;
import org.hyperledger.fabric.protos.peer.ChaincodeEndorsedAction;
import org.hyperledger.fabric.protos.peer.ProposalResponsePayload;
import org.hyperledger.fabric.protos.peer.Transaction;
import org.hyperledger.fabric.protos.peer.TransactionAction;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.Test;

class BlockReadingTest {
    private static final byte VALID = TxValidationCode.VALID_VALUE;
    private static final byte CONFLICT = TxValidationCode.MVCC_READ_CONFLICT_VALUE;
    private static final long FIRST_SECOND = 1_790_000_000L;

    private final BlockReading reading = new BlockReading("muhr");

    @Test
    void onlyValidTransactionsHaveWrittenSomething() {
        LedgerBlock block = reading.read(
                block(List.of(transaction("muhr", "\0D\0one\0"), transaction("muhr", "\0D\0two\0")), VALID, CONFLICT));
        assertEquals(List.of(new StateWrite(0, "D", List.of("one"), "value")), block.writes());
        assertEquals(2, block.transactions());
        assertEquals(7, block.number());
    }

    @Test
    void anotherChaincodesStateAndPlainKeysAreNotOurs() {
        LedgerBlock block = reading.read(
                block(List.of(transaction("other", "\0D\0one\0"), transaction("muhr", "plain")), VALID, VALID));
        assertEquals(List.of(), block.writes());
    }

    @Test
    void aKeysPartsAreReadInOrderAndMayBeNone() {
        LedgerBlock block = reading.read(
                block(List.of(transaction("muhr", "\0C\0one\0two\0"), transaction("muhr", "\0O\0")), VALID, VALID));
        assertEquals(
                List.of(
                        new StateWrite(0, "C", List.of("one", "two"), "value"),
                        new StateWrite(1, "O", List.of(), "value")),
                block.writes());
    }

    @Test
    void itsTimeIsTheLatestThatAValidTransactionClaims() {
        Block one = block(List.of(transaction("muhr", "\0O\0"), transaction("muhr", "\0O\0")), VALID, CONFLICT);
        assertEquals(Instant.ofEpochSecond(FIRST_SECOND), reading.read(one).time());
    }

    @Test
    void dataThatTheHeaderDoesNotNameIsRefused() {
        Block whole = block(List.of(transaction("muhr", "\0D\0one\0")), VALID);
        Block altered = whole.toBuilder()
                .setData(whole.getData().toBuilder().setData(0, transaction("muhr", "\0D\0two\0")))
                .build();
        assertRefused("its data is not what its header names", altered);
    }

    @Test
    void aBlockThatDoesNotSayWhatIsValidIsRefused() {
        Block whole = block(List.of(transaction("muhr", "\0D\0one\0")), VALID);
        assertRefused(
                "does not say which of its transactions are valid",
                whole.toBuilder().clearMetadata().build());
    }

    @Test
    void aValidTransactionThatCannotBeReadIsRefusedAndAnInvalidOneIsNot() {
        ByteString noise = ByteString.copyFromUtf8("\u0007noise");
        assertRefused("not in Fabric's form", block(List.of(noise), VALID));
        assertEquals(List.of(), reading.read(block(List.of(noise), CONFLICT)).writes());
    }

    @Test
    void theHashOfAHeaderCoversAllOfIt() {
        BlockHeader header = block(List.of(), new byte[0]).getHeader();
        String hash = BlockHeaderHash.of(header);
        ByteString other = ByteString.copyFrom(new byte[] {1});
        assertTrue(List.of(
                        header.toBuilder().setNumber(8).build(),
                        header.toBuilder().setPreviousHash(other).build(),
                        header.toBuilder().setDataHash(other).build())
                .stream()
                .noneMatch(changed -> BlockHeaderHash.of(changed).equals(hash)));
    }

    private void assertRefused(String because, Block block) {
        String sentence = assertThrows(LedgerUnavailableException.class, () -> reading.read(block))
                .sentence();
        assertTrue(sentence.startsWith("Block 7 of the peer cannot be used") && sentence.contains(because), sentence);
    }

    private static Block block(List<ByteString> envelopes, byte... flags) {
        List<ByteString> metadata = new ArrayList<>(List.of(ByteString.EMPTY, ByteString.EMPTY));
        metadata.add(ByteString.copyFrom(flags));
        BlockHeader header = BlockHeader.newBuilder()
                .setNumber(7)
                .setPreviousHash(ByteString.copyFrom(new byte[32]))
                .setDataHash(ByteString.copyFrom(sha256(envelopes)))
                .build();
        return Block.newBuilder()
                .setHeader(header)
                .setData(BlockData.newBuilder().addAllData(envelopes))
                .setMetadata(BlockMetadata.newBuilder().addAllMetadata(metadata))
                .build();
    }

    private static byte[] sha256(List<ByteString> parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            parts.forEach(part -> digest.update(part.toByteArray()));
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    private static ByteString transaction(String namespace, String key) {
        KVRWSet writes = KVRWSet.newBuilder()
                .addWrites(KVWrite.newBuilder().setKey(key).setValue(ByteString.copyFromUtf8("value")))
                .build();
        TxReadWriteSet set = TxReadWriteSet.newBuilder()
                .addNsRwset(NsReadWriteSet.newBuilder().setNamespace(namespace).setRwset(writes.toByteString()))
                .build();
        ProposalResponsePayload response = ProposalResponsePayload.newBuilder()
                .setExtension(ChaincodeAction.newBuilder()
                        .setResults(set.toByteString())
                        .build()
                        .toByteString())
                .build();
        ChaincodeActionPayload action = ChaincodeActionPayload.newBuilder()
                .setAction(ChaincodeEndorsedAction.newBuilder().setProposalResponsePayload(response.toByteString()))
                .build();
        Transaction transaction = Transaction.newBuilder()
                .addActions(TransactionAction.newBuilder().setPayload(action.toByteString()))
                .build();
        ChannelHeader header = ChannelHeader.newBuilder()
                .setType(HeaderType.ENDORSER_TRANSACTION_VALUE)
                .setTimestamp(Timestamp.newBuilder().setSeconds(FIRST_SECOND))
                .build();
        Payload payload = Payload.newBuilder()
                .setHeader(Header.newBuilder().setChannelHeader(header.toByteString()))
                .setData(transaction.toByteString())
                .build();
        return Envelope.newBuilder().setPayload(payload.toByteString()).build().toByteString();
    }
}
