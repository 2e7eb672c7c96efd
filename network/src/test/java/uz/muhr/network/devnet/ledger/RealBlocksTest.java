package uz.muhr.network.devnet.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.protobuf.ByteString;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.hyperledger.fabric.protos.peer.TxValidationCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import uz.muhr.network.devnet.transaction.EndorsedTransaction;
import uz.muhr.network.devnet.transaction.NamespaceAccess;
import uz.muhr.network.devnet.transaction.SignedEnvelope;

/** Our hashes over blocks of a real Fabric 3.1.5 network, kept beside the project; skipped where they are not. */
@Tag("fabric-data")
final class RealBlocksTest {
    private final Path blocks = Path.of(System.getProperty("muhr.root", "."))
            .resolve("../shared/data/fabric-3.1.5/blocks")
            .normalize();

    @BeforeEach
    void needsTheBlocks() {
        assumeTrue(
                Files.isDirectory(blocks),
                "There are no blocks of a real network beside the project (shared/data/fabric-3.1.5).");
    }

    private Block block(int number) throws IOException {
        return Block.parseFrom(Files.readAllBytes(blocks.resolve("documents-" + number + ".pb")));
    }

    private static List<EndorsedTransaction> transactions(Block block) throws Exception {
        List<EndorsedTransaction> transactions = new ArrayList<>();
        for (ByteString each : block.getData().getDataList()) {
            transactions.add(SignedEnvelope.read(Envelope.parseFrom(each)).transaction());
        }
        return transactions;
    }

    private static ByteString commitHash(Block block) throws IOException {
        return Metadata.parseFrom(block.getMetadata().getMetadata(4)).getValue();
    }

    @Test
    void headersAndDataHashAsFabricHashedThem() throws Exception {
        for (int number = 1617; number <= 1623; number++) {
            Block block = block(number);
            assertEquals(block.getHeader().getDataHash(), BlockHashes.data(block.getData()));
            assertEquals(
                    block.getHeader().getPreviousHash(),
                    BlockHashes.header(block(number - 1).getHeader()));
        }
    }

    @Test
    void commitHashesFollowFromCodesAndWritesAsFabricComputedThem() throws Exception {
        for (int number = 1617; number <= 1623; number++) {
            Block block = block(number);
            byte[] codes = block.getMetadata().getMetadata(2).toByteArray();
            StateBatch batch = new StateBatch();
            List<EndorsedTransaction> transactions = transactions(block);
            for (int i = 0; i < codes.length; i++) {
                if (codes[i] == TxValidationCode.VALID_VALUE) {
                    for (NamespaceAccess access : transactions.get(i).accesses()) {
                        for (KVWrite write : access.set().getWritesList()) {
                            batch.put(
                                    new StateKey(access.namespace(), write.getKey()),
                                    new StateEntry(write.getValue(), new Version(number, i), ByteString.EMPTY));
                        }
                    }
                }
            }
            assertEquals(
                    commitHash(block), CommitHash.next(commitHash(block(number - 1)), codes, batch), "block " + number);
        }
    }
}
