package uz.muhr.network.devnet.validation;

import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVMetadataWrite;
import org.hyperledger.fabric.protos.ledger.rwset.kvrwset.KVWrite;
import org.jspecify.annotations.Nullable;
import uz.muhr.network.devnet.ledger.Snapshot;
import uz.muhr.network.devnet.ledger.StateBatch;
import uz.muhr.network.devnet.ledger.StateEntry;
import uz.muhr.network.devnet.ledger.StateKey;
import uz.muhr.network.devnet.ledger.Version;
import uz.muhr.network.devnet.transaction.NamespaceAccess;

/**
 * Applies a valid transaction's writes: a value keeps the key's metadata, metadata keeps the value and does nothing on a
 * missing key, and either moves the version (Fabric's txmgmt/validation/tx_ops.go).
 */
final class Writes {
    private final Snapshot committed;
    private final StateBatch block;

    Writes(Snapshot committed, StateBatch block) {
        this.committed = committed;
        this.block = block;
    }

    void apply(List<NamespaceAccess> accesses, Version version) {
        for (NamespaceAccess access : accesses) {
            Map<StateKey, ByteString> metadata = new HashMap<>();
            for (KVMetadataWrite write : access.set().getMetadataWritesList()) {
                metadata.put(
                        new StateKey(access.namespace(), write.getKey()), StateEntry.metadata(write.getEntriesList()));
            }
            for (KVWrite write : access.set().getWritesList()) {
                StateKey key = new StateKey(access.namespace(), write.getKey());
                @Nullable ByteString own = metadata.remove(key);
                boolean deletion = write.getIsDelete() || write.getValue().isEmpty();
                block.put(
                        key,
                        deletion
                                ? StateBatch.deletion(version)
                                : new StateEntry(write.getValue(), version, own == null ? metadataOf(key) : own));
            }
            metadata.forEach((key, entries) ->
                    latest(key).ifPresent(entry -> block.put(key, new StateEntry(entry.value(), version, entries))));
        }
    }

    private ByteString metadataOf(StateKey key) {
        return latest(key).map(StateEntry::metadata).orElse(ByteString.EMPTY);
    }

    private Optional<StateEntry> latest(StateKey key) {
        return block.touches(key) ? block.written(key) : committed.get(key);
    }
}
