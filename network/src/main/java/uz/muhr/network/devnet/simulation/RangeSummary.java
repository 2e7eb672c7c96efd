package uz.muhr.network.devnet.simulation;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVRead;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReads;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.QueryReadsMerkleSummary;
import uz.muhr.network.devnet.msp.Digests;

/**
 * The rows a range query saw: listed up to 50, beyond that summed up as the top of a tree of hashes, each over 51
 * neighbours (Fabric's rwsetutil/query_results_helper.go). The summary of the same rows is always the same.
 */
public final class RangeSummary {
    private static final int MAX_DEGREE = 50;

    private final List<List<ByteString>> levels = new ArrayList<>(List.of(new ArrayList<>()));
    private final List<KVRead> pending = new ArrayList<>();

    /** Adds the next row. */
    public void add(KVRead read) {
        pending.add(read);
        if (pending.size() > MAX_DEGREE) {
            foldPending();
        }
    }

    private void foldPending() {
        QueryReads reads = QueryReads.newBuilder().addAllKvReads(pending).build();
        pending.clear();
        add(0, ByteString.copyFrom(Digests.sha256(reads.toByteString())));
    }

    private void add(int level, ByteString hash) {
        if (level == levels.size()) {
            levels.add(new ArrayList<>());
        }
        List<ByteString> hashes = levels.get(level);
        hashes.add(hash);
        if (hashes.size() > MAX_DEGREE) {
            ByteString combined = ByteString.copyFrom(Digests.sha256(hashes));
            hashes.clear();
            add(level + 1, combined);
        }
    }

    private boolean hashed() {
        return levels.size() > 1 || !levels.get(0).isEmpty();
    }

    /** The rows themselves, when they are few. */
    public Optional<QueryReads> raw() {
        return hashed()
                ? Optional.empty()
                : Optional.of(QueryReads.newBuilder().addAllKvReads(pending).build());
    }

    /** The top of the tree, when the rows are many. Call it once, after the last row. */
    public Optional<QueryReadsMerkleSummary> merkle() {
        if (!hashed()) {
            return Optional.empty();
        }
        if (!pending.isEmpty()) {
            foldPending();
        }
        // What hangs below the highest level joins it; a single hash moves up as it is.
        for (int level = 0; level < levels.size() - 1; level++) {
            List<ByteString> hashes = levels.get(level);
            if (!hashes.isEmpty()) {
                ByteString up = hashes.size() == 1 ? hashes.get(0) : ByteString.copyFrom(Digests.sha256(hashes));
                hashes.clear();
                levels.get(level + 1).add(up);
            }
        }
        List<ByteString> top = levels.get(levels.size() - 1);
        int topLevel = levels.size();
        if (top.size() > MAX_DEGREE) {
            top = List.of(ByteString.copyFrom(Digests.sha256(top)));
            topLevel++;
        }
        return Optional.of(QueryReadsMerkleSummary.newBuilder()
                .setMaxDegree(MAX_DEGREE)
                .setMaxLevel(topLevel)
                .addAllMaxLevelHashes(top)
                .build());
    }
}
