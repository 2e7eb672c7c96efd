package uz.muhr.proof.checkpoint;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import uz.muhr.proof.block.OrderedBlock;
import uz.muhr.proof.bundle.ProofBundle;
import uz.muhr.proof.check.CheckFailedException;
import uz.muhr.proof.witness.WitnessCheck;
import uz.muhr.proof.witness.WitnessChecks;

/** The blocks of a bundle held against a checkpoint. Both have been verified before, each for itself. */
public final class Cover {
    private final Checkpoint checkpoint;
    private final WitnessChecks checks = new WitnessChecks();

    private Cover(Checkpoint checkpoint) {
        this.checkpoint = checkpoint;
    }

    /** What the checkpoint shows about the blocks in which a bundle's transactions stand. */
    public static CoverReport of(ProofBundle bundle, Checkpoint checkpoint) {
        Cover cover = new Cover(checkpoint);
        try {
            return cover.report(bundle);
        } catch (CheckFailedException e) {
            return new CoverReport.NotCovered(e.name(), e.fault(), cover.checks.made());
        }
    }

    private CoverReport report(ProofBundle bundle) {
        SortedMap<Long, OrderedBlock> blocks = read(bundle.blocks());
        SortedMap<Long, OrderedBlock> known = read(bundle.configurations());
        known.putAll(blocks);
        checks.require(
                WitnessCheck.CHECKPOINT_COVERS,
                blocks.lastKey() <= checkpoint.block(),
                () -> "The checkpoint has to be of the bundle's newest block, " + blocks.lastKey()
                        + ", or of a later one; it is of block " + checkpoint.block() + ".");
        OrderedBlock same = known.get(checkpoint.block());
        checks.require(
                WitnessCheck.CHECKPOINT_BLOCK,
                "those who cosigned",
                same == null || same.headerHash().equals(checkpoint.hash()),
                () -> "The checkpoint says that block " + checkpoint.block() + " is " + checkpoint.hash()
                        + "; in the bundle it is " + (same == null ? "" : same.headerHash()) + ".");
        Optional<ByteString> headers = bundle.witnesses().headers();
        if (headers.isPresent()) {
            HeaderChain chain = HeaderChain.after(blocks.values().iterator().next(), headers.get(), checks);
            chain.requireHolds(known, checks);
            chain.requireReaches(checkpoint, checks);
            return new CoverReport.Covered(
                    new TreeSet<>(blocks.keySet()), new TreeSet<>(), HeaderChain.count(headers.get()), checks.made());
        }
        TreeSet<Long> open = new TreeSet<>(blocks.headMap(checkpoint.block()).keySet());
        TreeSet<Long> shown = new TreeSet<>(blocks.tailMap(checkpoint.block()).keySet());
        return new CoverReport.Covered(shown, open, 0, checks.made());
    }

    private SortedMap<Long, OrderedBlock> read(List<ByteString> all) {
        SortedMap<Long, OrderedBlock> blocks = new TreeMap<>();
        for (ByteString bytes : all) {
            OrderedBlock block = OrderedBlock.signed(bytes, checks.ofProof());
            blocks.put(block.number(), block);
        }
        return blocks;
    }
}
