package uz.muhr.network.devnet.ledger;

import com.google.protobuf.ByteString;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The writes of one block's valid transactions, the last one for each key. */
public final class StateBatch {
    private final SortedMap<StateKey, StateEntry> updates = new TreeMap<>();

    /** Writes a value; an entry with an empty value deletes the key. */
    public void put(StateKey key, StateEntry entry) {
        updates.put(key, entry);
    }

    /** Whether a transaction of the block wrote or deleted the key. */
    public boolean touches(StateKey key) {
        return updates.containsKey(key);
    }

    /** What the block left in the key so far; empty when it was not written or was deleted. */
    public Optional<StateEntry> written(StateKey key) {
        @Nullable StateEntry entry = updates.get(key);
        return Optional.ofNullable(entry).filter(found -> !found.value().isEmpty());
    }

    /** All updates in the order of keys. */
    public SortedMap<StateKey, StateEntry> updates() {
        return Collections.unmodifiableSortedMap(updates);
    }

    /** A deletion at a version. */
    public static StateEntry deletion(Version version) {
        return new StateEntry(ByteString.EMPTY, version, ByteString.EMPTY);
    }
}
