package uz.muhr.proof.verification;

import static uz.muhr.proof.check.Check.BLOCK_CONFIGURATION;
import static uz.muhr.proof.check.Check.BLOCK_DATA;
import static uz.muhr.proof.check.Check.BLOCK_FORM;
import static uz.muhr.proof.check.Check.BLOCK_ORDER;
import static uz.muhr.proof.check.Check.CHANNEL;
import static uz.muhr.proof.check.Check.ENVELOPE_FORM;
import static uz.muhr.proof.check.Check.ORDERER_SIGNATURES;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.hyperledger.fabric.protos.common.Block;
import org.hyperledger.fabric.protos.common.BlockMetadata;
import org.hyperledger.fabric.protos.common.Envelope;
import org.hyperledger.fabric.protos.common.Metadata;
import org.hyperledger.fabric.protos.common.OrdererBlockMetadata;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import uz.muhr.proof.BlockDraft;
import uz.muhr.proof.Bytes;
import uz.muhr.proof.Part;
import uz.muhr.proof.ProofDraft;
import uz.muhr.proof.Step;
import uz.muhr.proof.TestIdentity;
import uz.muhr.proof.TransactionDraft;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.check.Check;
import uz.muhr.proof.message.Digest;

/** Blocks that no quorum of the orderers signed, or that say something else than they signed. */
final class BlockAttacksTest {
    @TestFactory
    Stream<DynamicTest> aBlockSaysWhatWasSigned() {
        return Stream.of(
                block(BLOCK_DATA, "a byte of a transaction", it -> it.block = made -> damaged(made, false)),
                block(
                        ORDERER_SIGNATURES,
                        "a byte of a transaction, the hash made to fit",
                        it -> it.block = made -> damaged(made, true)),
                block(BLOCK_DATA, "its transactions swapped", it -> it.block = BlockAttacksTest::swapped),
                block(ORDERER_SIGNATURES, "another number", header(block -> block.getHeaderBuilder()
                        .setNumber(8))),
                block(ORDERER_SIGNATURES, "another predecessor", header(block -> block.getHeaderBuilder()
                        .setPreviousHash(ByteString.copyFrom(new byte[] {1})))),
                block(
                        BLOCK_FORM,
                        "a number below zero",
                        it -> it.block = made -> made.toBuilder()
                                .setHeader(made.getHeader().toBuilder().setNumber(-1))
                                .build()),
                block(BLOCK_FORM, "no transactions", it -> it.envelopes.clear()),
                block(BLOCK_FORM, "an unknown field", it -> it.bytes = Bytes::withUnknownField),
                block(BLOCK_FORM, "no block at all", it -> it.bytes = made -> made.substring(1)),
                block(
                        BLOCK_FORM,
                        "the peer's metadata too",
                        it -> it.allMetadata = made -> made.toBuilder()
                                .addMetadata(ByteString.copyFrom(new byte[1]))
                                .build()),
                block(BLOCK_FORM, "no metadata", it -> it.allMetadata = made -> BlockMetadata.getDefaultInstance()),
                block(
                        BLOCK_FORM,
                        "unknown fields beside the signatures",
                        it -> it.allMetadata = made -> BlockMetadata.newBuilder()
                                .addMetadata(Bytes.withUnknownField(made.getMetadata(0)))
                                .build()));
    }

    @TestFactory
    Stream<DynamicTest> aQuorumOfDifferentOrderersSigns() {
        return Stream.of(
                block(ORDERER_SIGNATURES, "one too few", it -> it.signers.remove(1)),
                block(ORDERER_SIGNATURES, "none", it -> it.signers.clear()),
                signatures("one three times", it -> it.toBuilder()
                        .clearSignatures()
                        .addAllSignatures(Collections.nCopies(3, it.getSignatures(0)))
                        .build()),
                signatures(
                        "one repeated beside a quorum",
                        it -> it.toBuilder().addSignatures(it.getSignatures(0)).build()),
                block(ORDERER_SIGNATURES, "one with several nonces", BlockAttacksTest::oneOrdererThrice),
                signer("a client signs", draft -> draft.network.customs().client()),
                signer("a peer signs", draft -> draft.network.customs().peer()),
                signer("another orderer signs", draft -> draft.network.carrier().orderer()),
                block(
                        ORDERER_SIGNATURES,
                        "an unknown orderer beside a quorum",
                        it -> it.signers.put(
                                9, ProofDraft.anchored().network.carrier().orderer())),
                block(
                        ORDERER_SIGNATURES,
                        "a bad signature beside a quorum",
                        it -> it.signers.put(
                                4, ProofDraft.anchored().network.customs().client())),
                signatures("a byte of a signature", it -> it.toBuilder()
                        .setSignatures(
                                0,
                                it.getSignatures(0).toBuilder()
                                        .setSignature(Bytes.flipped(
                                                it.getSignatures(0).getSignature(), 20)))
                        .build()),
                signatures("more bytes after a signature", it -> it.toBuilder()
                        .setSignatures(
                                0,
                                it.getSignatures(0).toBuilder()
                                        .setSignature(it.getSignatures(0)
                                                .getSignature()
                                                .concat(ByteString.copyFrom(new byte[1]))))
                        .build()),
                signatures("a byte of the identifier header", it -> it.toBuilder()
                        .setSignatures(
                                0,
                                it.getSignatures(0).toBuilder()
                                        .setIdentifierHeader(Bytes.flipped(
                                                it.getSignatures(0).getIdentifierHeader(), 8)))
                        .build()),
                signatures("a signature header as well", it -> it.toBuilder()
                        .setSignatures(
                                0, it.getSignatures(0).toBuilder().setSignatureHeader(ByteString.copyFromUtf8("x")))
                        .build()),
                block(
                        ORDERER_SIGNATURES,
                        "unknown fields in the identifier header",
                        it -> it.identifier = Bytes::withUnknownField),
                Attack.fails(ORDERER_SIGNATURES, "the higher s", draft -> draft.block().metadata = highS(draft)),
                Attack.fails(ORDERER_SIGNATURES, "the signatures of another block", draft -> {
                    Metadata other = metadataOf(ProofDraft.anchored()
                            .then(Step.Operation.REVOKE)
                            .steps
                            .get(1)
                            .block());
                    draft.block().metadata = made -> other;
                }));
    }

    @TestFactory
    Stream<DynamicTest> theOrderersSignedTheConfigurationInForce() {
        return Stream.of(
                block(
                        BLOCK_CONFIGURATION,
                        "none",
                        it -> it.signed = OrdererBlockMetadata.newBuilder()
                                .setConsenterMetadata(ByteString.copyFromUtf8("x"))
                                .build()),
                block(BLOCK_CONFIGURATION, "one below zero", it -> it.signed = BlockDraft.signedFor(-1)),
                signatures(BLOCK_FORM, "unknown fields", it -> it.toBuilder()
                        .setValue(Bytes.withUnknownField(it.getValue()))
                        .build()));
    }

    @TestFactory
    Stream<DynamicTest> theBordersBetweenTransactionsAreFixed() {
        return Stream.of(
                block(ENVELOPE_FORM, "two merged into one", it -> merge(it, 0, 1)),
                block(ENVELOPE_FORM, "one split after its payload", BlockAttacksTest::split),
                block(ENVELOPE_FORM, "an empty one put before", it -> it.envelopes.add(0, () -> ByteString.EMPTY)),
                envelope(ENVELOPE_FORM, "unsigned", Part.SIGNATURE, made -> ByteString.EMPTY),
                envelope(ENVELOPE_FORM, "unknown fields", Part.ENVELOPE, Bytes::withUnknownField),
                envelope(ENVELOPE_FORM, "unknown fields in the payload", Part.PAYLOAD, Bytes::withUnknownField),
                envelope(ENVELOPE_FORM, "unknown fields in the header", Part.CHANNEL_HEADER, Bytes::withUnknownField),
                envelope(ENVELOPE_FORM, "no transaction at all", Part.ENVELOPE, made -> made.substring(1)),
                Attack.fails(CHANNEL, "of another channel", draft -> draft.anchoring().channel = "foo"),
                Attack.fails(CHANNEL, "another one in the block of another channel", draft -> {
                    TransactionDraft foreign = draft.unrelated("foreign");
                    foreign.channel = "foo";
                    draft.block().envelopes.set(0, foreign::envelope);
                }));
    }

    @TestFactory
    Stream<DynamicTest> blocksStandInOrderEachOnce() {
        return Stream.of(
                blocks("one twice", blocks -> List.of(blocks.get(0), blocks.get(0), blocks.get(1))),
                blocks("swapped", blocks -> List.of(blocks.get(1), blocks.get(0))));
    }

    private static DynamicTest blocks(String name, UnaryOperator<List<ByteString>> change) {
        return Attack.fails(
                BLOCK_ORDER,
                name,
                ProofDraft.anchored().then(Step.Operation.REVOKE),
                draft -> draft.bundle =
                        made -> new ProofBundle(made.configurations(), change.apply(made.blocks()), made.answers()));
    }

    private static DynamicTest block(Check check, String name, Consumer<BlockDraft> change) {
        return Attack.fails(check, name, draft -> change.accept(draft.block()));
    }

    private static DynamicTest envelope(Check check, String name, Part part, UnaryOperator<ByteString> change) {
        return Attack.fails(check, name, draft -> draft.anchoring().change(part, change));
    }

    private static DynamicTest signatures(String name, UnaryOperator<Metadata> change) {
        return signatures(ORDERER_SIGNATURES, name, change);
    }

    private static DynamicTest signatures(Check check, String name, UnaryOperator<Metadata> change) {
        return block(check, name, it -> it.metadata = change);
    }

    private static DynamicTest signer(String name, Function<ProofDraft, TestIdentity> signer) {
        return Attack.fails(
                ORDERER_SIGNATURES, name, draft -> draft.block().signers.put(1, signer.apply(draft)));
    }

    private static Consumer<BlockDraft> header(Consumer<Block.Builder> change) {
        return it -> it.block = made -> {
            Block.Builder block = made.toBuilder();
            change.accept(block);
            return block.build();
        };
    }

    private static Block damaged(Block block, boolean hashToo) {
        Block.Builder damaged = block.toBuilder();
        ByteString envelope = block.getData().getData(Step.INDEX);
        damaged.getDataBuilder().setData(Step.INDEX, Bytes.flipped(envelope, envelope.size() - 1));
        if (hashToo) {
            damaged.getHeaderBuilder()
                    .setDataHash(ByteString.copyFrom(Digest.of(damaged.getData().getDataList())));
        }
        return damaged.build();
    }

    private static Block swapped(Block block) {
        List<ByteString> data = new ArrayList<>(block.getData().getDataList());
        Collections.swap(data, 0, 1);
        Block.Builder swapped = block.toBuilder();
        swapped.getDataBuilder().clearData().addAllData(data);
        return swapped.build();
    }

    private static void merge(BlockDraft block, int first, int second) {
        ByteString merged = block.envelopes
                .get(first)
                .get()
                .concat(block.envelopes.get(second).get());
        block.envelopes.remove(second);
        block.envelopes.set(first, () -> merged);
    }

    /** The signature stands in an envelope of its own. */
    private static void split(BlockDraft block) {
        ByteString whole = block.envelopes.get(0).get();
        int signature = Bytes.parse(Envelope.parser(), whole).getSignature().size() + 2;
        block.envelopes.set(0, () -> whole.substring(0, whole.size() - signature));
        block.envelopes.add(1, () -> whole.substring(whole.size() - signature));
    }

    private static void oneOrdererThrice(BlockDraft block) {
        Map.Entry<Integer, TestIdentity> only =
                block.signers.entrySet().iterator().next();
        block.metadata = made -> {
            Metadata.Builder again = made.toBuilder().clearSignatures();
            for (int i = 0; i < 3; i++) {
                String nonce = "nonce " + i;
                block.identifier = identifier -> Bytes.replaced(identifier, "nonce 1", nonce);
                again.addSignatures(
                        block.signature(only.getKey(), only.getValue(), made.getValue(), block.lastHeader()));
            }
            return again.build();
        };
    }

    private static UnaryOperator<Metadata> highS(ProofDraft draft) {
        return made -> made.toBuilder()
                .setSignatures(
                        0,
                        made.getSignatures(0).toBuilder()
                                .setSignature(draft.network
                                        .customs()
                                        .orderer()
                                        .signWithHighS(
                                                made.getValue(),
                                                made.getSignatures(0).getIdentifierHeader(),
                                                BlockDraft.headerText(
                                                        draft.block().lastHeader()))))
                .build();
    }

    private static Metadata metadataOf(BlockDraft block) {
        return Bytes.parse(Metadata.parser(), block.build().getMetadata().getMetadata(0));
    }
}
