package uz.muhr.network.devnet.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.RootReference;
import org.jspecify.annotations.Nullable;

/** The world state as one block left it, whatever is committed meanwhile. Readers take no lock; close it when done. */
public final class Snapshot implements AutoCloseable {
    private final MVStore store;
    private final MVStore.TxCounter usage;
    private final MVMap<byte[], byte[]> state;
    private final RootReference<byte[], byte[]> root;

    Snapshot(MVStore store, MVStore.TxCounter usage, MVMap<byte[], byte[]> state, RootReference<byte[], byte[]> root) {
        this.store = store;
        this.usage = usage;
        this.state = state;
        this.root = root;
    }

    /** What a key holds. */
    public Optional<StateEntry> get(StateKey key) {
        byte @Nullable [] found = state.get(root.root, key.encoded());
        return Optional.ofNullable(found).map(StateEntry::decode);
    }

    /** The rows of a namespace from a key on, before another one; an empty end is the namespace's end. */
    public Iterator<StateRow> range(String namespace, String from, String end) {
        byte[] limit = end.isEmpty()
                ? (namespace + '\1').getBytes(StandardCharsets.UTF_8)
                : new StateKey(namespace, end).encoded();
        return new Rows(new Cursor<>(root, new StateKey(namespace, from).encoded(), null), limit);
    }

    @Override
    public void close() {
        store.deregisterVersionUsage(usage);
    }

    private static final class Rows implements Iterator<StateRow> {
        private final Cursor<byte[], byte[]> cursor;
        private final byte[] limit;
        private @Nullable StateRow next;

        Rows(Cursor<byte[], byte[]> cursor, byte[] limit) {
            this.cursor = cursor;
            this.limit = limit;
            this.next = read();
        }

        private @Nullable StateRow read() {
            if (!cursor.hasNext()) {
                return null;
            }
            byte[] key = cursor.next();
            if (Arrays.compareUnsigned(key, limit) >= 0) {
                return null;
            }
            return new StateRow(StateKey.decode(key).key(), StateEntry.decode(cursor.getValue()));
        }

        @Override
        public boolean hasNext() {
            return next != null;
        }

        @Override
        public StateRow next() {
            StateRow row = next;
            if (row == null) {
                throw new NoSuchElementException("The range has ended.");
            }
            next = read();
            return row;
        }
    }
}
