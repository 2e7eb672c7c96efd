package uz.muhr.proof.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.BlockHeader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.BlockDraft;
import uz.muhr.proof.Bytes;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.bundle.Witnesses;
import uz.muhr.proof.message.Digest;
import uz.muhr.proof.verification.ProofReport;

/** A document anchored in block 7 and revoked in block 8, and checkpoints of their chain and of others. */
final class CoverTest {
    private final ProofDraft proof = ProofDraft.anchored().then(Step.Operation.REVOKE);
    private final List<ByteString> data = new ArrayList<>();

    /** The headers of blocks 7 to the last; block 8 is the bundle's, the later ones are anybody's. */
    private final List<BlockHeader> headers = new ArrayList<>();

    CoverTest() {
        chain();
    }

    /** Has block 8 name block 7, and makes four more. */
    private void chain() {
        BlockDraft anchored = proof.steps.get(0).block();
        BlockDraft revoked = proof.steps.get(1).block();
        revoked.header = made ->
                made.toBuilder().setPreviousHash(hash(anchored.lastHeader())).build();
        proof.bundle();
        headers.add(anchored.lastHeader());
        headers.add(revoked.lastHeader());
        data.add(revoked.lastHeader().getDataHash());
        for (int number = 9; number < 13; number++) {
            ByteString dataHash = ByteString.copyFrom(Digest.of(ByteString.copyFromUtf8("block " + number)));
            headers.add(BlockHeader.newBuilder()
                    .setNumber(number)
                    .setPreviousHash(hash(headers.get(headers.size() - 1)))
                    .setDataHash(dataHash)
                    .build());
            data.add(dataHash);
        }
    }

    @Test
    void aCheckpointOfALaterBlockShowsNothingWithoutTheHeaders() {
        CoverReport.Covered covered = covered(Witnesses.NONE, checkpoint(12));
        assertEquals(Set.of(), covered.shown());
        assertEquals(numbers(7, 8), covered.open());
    }

    @Test
    void aCheckpointOfTheNewestBlockShowsThatOne() {
        CoverReport.Covered covered = covered(Witnesses.NONE, checkpoint(8));
        assertEquals(numbers(8), covered.shown());
        assertEquals(numbers(7), covered.open());
    }

    @Test
    void theHeadersShowAllBlocks() {
        CoverReport.Covered covered = covered(headers(5), checkpoint(12));
        assertEquals(numbers(7, 8), covered.shown());
        assertEquals(Set.of(), covered.open());
        assertEquals(5, covered.headers());
    }

    @Test
    void theHeadersOfALaterCheckpointServeAnEarlierOne() {
        assertEquals(numbers(7, 8), covered(headers(5), checkpoint(10)).shown());
    }

    @Test
    void headersTakeThirtyTwoBytesABlock() {
        ProofBundle bundle = proof.bundle();
        int plain = bundle.write().length;
        ByteString most = ByteString.copyFrom(new byte[32 * HeaderChain.MOST_HEADERS]);
        int more = bundle.with(Witnesses.NONE.withHeaders(most.toByteArray())).write().length - plain;
        System.out.printf(
                "%d headers make a bundle of %d bytes %d bytes longer%n", HeaderChain.MOST_HEADERS, plain, more);
        assertTrue(more < 43 * HeaderChain.MOST_HEADERS, "" + more);
    }

    @Test
    void theProofIsTheSameWithHeaders() {
        proof.bundle = made -> made.with(headers(5));
        assertInstanceOf(ProofReport.Proven.class, proof.verify());
        assertEquals(headers(5), ProofBundle.parse(proof.bundle().write()).witnesses());
    }

    @TestFactory
    Stream<DynamicTest> anotherChainIsFoundOut() {
        return Stream.of(
                fails("CHECKPOINT_COVERS", "of a block before the newest", headers(5), checkpoint(7)),
                fails("CHECKPOINT_BLOCK", "another newest block", Witnesses.NONE, forged(8)),
                fails("CHECKPOINT_REACHED", "another last block", headers(5), forged(12)),
                fails("CHECKPOINT_REACHED", "too few headers", headers(3), checkpoint(12)),
                fails(
                        "CHECKPOINT_REACHED",
                        "a byte of the last header",
                        changed(made -> Bytes.flipped(made, made.size() - 1)),
                        checkpoint(12)),
                fails(
                        "CHECKPOINT_REACHED",
                        "a byte of a header between",
                        changed(made -> Bytes.flipped(made, 70)),
                        checkpoint(12)),
                fails(
                        "CHECKPOINT_REACHED",
                        "two headers swapped",
                        changed(made -> made.substring(0, 32)
                                .concat(made.substring(64, 96))
                                .concat(made.substring(32, 64))
                                .concat(made.substring(96))),
                        checkpoint(12)),
                fails(
                        "HEADERS_LINKED",
                        "a byte of the header of the bundle's own block",
                        changed(made -> Bytes.flipped(made, 0)),
                        checkpoint(12)),
                fails("HEADERS_FORM", "a header cut short", changed(made -> made.substring(1)), checkpoint(12)),
                fails(
                        "HEADERS_FORM",
                        "too many",
                        changed(made -> ByteString.copyFrom(new byte[32 * (HeaderChain.MOST_HEADERS + 1)])),
                        checkpoint(12)));
    }

    @Test
    void aBlockThatNamesAnotherBeforeItIsFoundOut() {
        proof.steps.get(1).block().header = made -> made;
        fails(proof.bundle().with(headers(5)), checkpoint(12), "HEADERS_LINKED");
    }

    private CoverReport.Covered covered(Witnesses witnesses, Checkpoint checkpoint) {
        CoverReport report = Cover.of(proof.bundle().with(witnesses), checkpoint);
        return assertInstanceOf(CoverReport.Covered.class, report, report::toString);
    }

    private DynamicTest fails(String check, String name, Witnesses witnesses, Checkpoint checkpoint) {
        return DynamicTest.dynamicTest(
                name + ": " + check, () -> fails(proof.bundle().with(witnesses), checkpoint, check));
    }

    private static void fails(ProofBundle bundle, Checkpoint checkpoint, String check) {
        CoverReport.NotCovered failed = assertInstanceOf(
                CoverReport.NotCovered.class, Cover.of(bundle, checkpoint), "it was taken for covered");
        assertEquals(check, failed.failed(), failed.fault());
        assertTrue(failed.fault().endsWith("."), failed.fault());
    }

    private Witnesses headers(int count) {
        return Witnesses.NONE.withHeaders(
                ByteString.copyFrom(data.subList(0, count)).toByteArray());
    }

    private Witnesses changed(UnaryOperator<ByteString> change) {
        return Witnesses.NONE.withHeaders(
                change.apply(ByteString.copyFrom(data)).toByteArray());
    }

    private Checkpoint checkpoint(int block) {
        return new Checkpoint(
                "documents",
                "0f".repeat(32),
                block + 1L,
                HexFormat.of().formatHex(hash(headers.get(block - 7)).toByteArray()));
    }

    private static Checkpoint forged(int block) {
        return new Checkpoint("documents", "0f".repeat(32), block + 1L, "ab".repeat(32));
    }

    private static ByteString hash(BlockHeader header) {
        return ByteString.copyFrom(Digest.of(BlockDraft.headerText(header)));
    }

    private static Set<Long> numbers(long... numbers) {
        Set<Long> all = new TreeSet<>();
        for (long number : numbers) {
            all.add(number);
        }
        return all;
    }
}
